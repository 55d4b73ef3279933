using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Commits;

/// <summary>Numbers without a gap, never twice, dates ascending with them.</summary>
public abstract class RegisterSuite(TestDatabase database) : IAsyncLifetime
{
    private static readonly DateTimeOffset Afternoon = new(2026, 12, 31, 9, 0, 0, TimeSpan.Zero);
    private TestNode node = null!;

    public async ValueTask InitializeAsync()
    {
        await database.SetClock(Afternoon);
        node = await database.Node();
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_number_is_in_the_answer_the_fact_the_row_and_the_register()
    {
        var document = Registers.NewDocument();
        var receipt = (await node.Apply(Registers.Number(document, 0))).Receipt;

        Assert.Equal((1L, new DateOnly(2026, 12, 31), "01-CT/TW"), (receipt.Number!.Value, receipt.Date!.Value, receipt.Symbol));
        Assert.Equal(Afternoon, receipt.At);
        (string, long, string, string) expected = ("out:17:CT:0:2026", 1, "2026-12-31", "01-CT/TW");
        Assert.Equal(expected, await node.One<(string, long, string, string)>("SELECT register, number, number_on, symbol FROM fact"));
        Assert.Equal(expected, await node.One<(string, long, string, string)>("SELECT register, number, number_on, symbol FROM document"));
        Assert.Equal(
            ("out:17:CT:0:2026", 1L, "2026-12-31", document.Value),
            await node.One<(string, long, string, Guid)>("SELECT register, number, number_on, stream FROM register_entry"));
        Assert.Equal(("out:17:CT:0:2026", 2L, "2026-12-31"), await node.One<(string, long, string)>("SELECT register, next, last_on FROM register"));
    }

    [Fact]
    public async Task An_arrival_has_a_number_and_no_symbol()
    {
        var receipt = (await node.Apply(Registers.Arrival(Registers.NewDelivery()))).Receipt;

        Assert.Equal((1L, null), (receipt.Number!.Value, receipt.Symbol));
        Assert.Equal(("in:31:all:0:2026", 1L, "2026-12-31"), await node.One<(string, long, string)>("SELECT register, number, number_on FROM delivery"));
    }

    [Fact]
    public async Task A_number_is_carried_along_by_later_rows()
    {
        var document = Registers.NewDocument();
        await node.Apply(Registers.Number(document, 0));
        await node.Apply(Make.Append(document.Stream, 1) with
        {
            Rows = [Rows.Document(document, 2) with { Register = "out:17:CT:0:2026", Number = 1, NumberOn = new DateOnly(2026, 12, 31), Symbol = "01-CT/TW" }],
        });

        Assert.Equal((2L, "01-CT/TW"), await node.One<(long, string)>("SELECT position, symbol FROM document"));
    }

    [Theory]
    [InlineData(9, "09-CT/TW")]
    [InlineData(10, "10-CT/TW")]
    [InlineData(100, "100-CT/TW")]
    [InlineData(12345, "12345-CT/TW")]
    public async Task A_symbol_has_at_least_two_digits(long number, string symbol)
    {
        await database.Execute($"INSERT INTO register (register, next, last_on) VALUES ('out:17:CT:0:2026', {number}, '2026-12-30')");

        Assert.Equal(symbol, (await node.Apply(Registers.Number(Registers.NewDocument(), 0))).Receipt.Symbol);
    }

    [Fact]
    public async Task Each_year_begins_at_one_on_the_offices_new_year()
    {
        Assert.Equal(1, await Take());
        Assert.Equal(2, await Take());
        await database.SetClock(new DateTimeOffset(2026, 12, 31, 16, 59, 59, 999, TimeSpan.Zero));
        Assert.Equal(3, await Take());
        await database.SetClock(new DateTimeOffset(2026, 12, 31, 17, 0, 0, TimeSpan.Zero));
        var first = (await node.Apply(Registers.Number(Registers.NewDocument(), 0))).Receipt;

        Assert.Equal((1L, new DateOnly(2027, 1, 1)), (first.Number!.Value, first.Date!.Value));
        Assert.Equal(["out:17:CT:0:2026", "out:17:CT:0:2027"], await node.Rows<string>("SELECT register FROM register ORDER BY register"));
    }

    [Fact]
    public async Task A_term_outlives_the_year()
    {
        Assert.Equal(1, await Take("2025-2030"));
        await database.SetClock(Afternoon.AddDays(40));
        Assert.Equal(2, await Take("2025-2030"));
    }

    [Fact]
    public async Task A_state_body_begins_anew_on_1_January_over_all_types_and_the_party_goes_on_by_type_and_term()
    {
        Assert.Equal(["01/QĐ-UBND", "02/BC-UBND", "03/UBND"], await Symbols(NumberingProfile.State, "QĐ", "BC", "CV"));
        Assert.Equal(["01-QĐ/UBND", "01-BC/UBND", "02-QĐ/UBND"], await Symbols(NumberingProfile.Party, "QĐ", "BC", "QĐ"));
        Assert.Equal(["01/QĐ-UBND", "02/QĐ-UBND"], await Symbols(NumberingProfile.StateByType, "QĐ", "QĐ"));

        await database.SetClock(new DateTimeOffset(2026, 12, 31, 17, 0, 0, TimeSpan.Zero));

        Assert.Equal(["01/BC-UBND", "02/QĐ-UBND"], await Symbols(NumberingProfile.State, "BC", "QĐ"));
        Assert.Equal(["03-QĐ/UBND", "02-BC/UBND"], await Symbols(NumberingProfile.Party, "QĐ", "BC"));
        Assert.Equal(["01/QĐ-UBND"], await Symbols(NumberingProfile.StateByType, "QĐ"));
    }

    [Fact]
    public async Task Dates_never_go_back_with_the_clock()
    {
        await Take("2025-2030");
        await database.SetClock(Afternoon.AddDays(-3));
        var receipt = (await node.Apply(Registers.Number(Registers.NewDocument(), 0, term: "2025-2030"))).Receipt;

        Assert.Equal((2L, new DateOnly(2026, 12, 31)), (receipt.Number!.Value, receipt.Date!.Value));
    }

    [Fact]
    public async Task A_register_that_was_filled_elsewhere_goes_on_behind_its_last_number()
    {
        await node.Apply(Registers.Carry("out:17:CT:0:2025-2030", 3, new DateOnly(2025, 12, 31)));
        var receipt = (await node.Apply(Registers.Number(Registers.NewDocument(), 0, term: "2025-2030"))).Receipt;

        Assert.Equal((4L, "04-CT/TW"), (receipt.Number!.Value, receipt.Symbol));
        Assert.Equal([1L, 2L, 3L, 4L], await node.Rows<long>("SELECT number FROM register_entry ORDER BY number"));
    }

    /// <summary>Or the numbers that it gave out here would be given out again.</summary>
    [Fact]
    public async Task A_register_that_gives_out_numbers_here_is_not_taken_over()
    {
        await node.Apply(Registers.Number(Registers.NewDocument(), 0, term: "2025-2030"));

        Assert.IsType<CommitResult.Refused>(await node.Write(Registers.Carry("out:17:CT:0:2025-2030", 3, new DateOnly(2025, 12, 31))));
        Assert.Equal(2, await node.One<long>("SELECT next FROM register"));
        Assert.Equal([1L], await node.Rows<long>("SELECT number FROM register_entry"));
    }

    [Fact]
    public async Task A_voided_number_stays_with_its_reason_and_is_not_given_again()
    {
        var document = Registers.NewDocument();
        await node.Apply(Registers.Number(document, 0));
        await node.Apply(Registers.Void(document, 1, "out:17:CT:0:2026", 1));

        Assert.Equal(("in nhầm", Rows.Noon), await node.One<(string, DateTimeOffset)>("SELECT void_reason, voided_at_ms FROM register_entry"));
        Assert.Equal(2, (await node.Apply(Registers.Number(document, 2))).Receipt.Number);
    }

    [Fact]
    public async Task Voiding_hits_exactly_one_number_of_the_document_that_is_not_voided()
    {
        var document = Registers.NewDocument();
        await node.Apply(Registers.Number(document, 0));
        var other = Registers.NewDocument();
        await node.Apply(Registers.Number(other, 0));

        Assert.IsType<CommitResult.Refused>(await node.Write(Registers.Void(document, 1, "out:17:CT:0:2026", 2)));
        Assert.IsType<CommitResult.Refused>(await node.Write(Registers.Void(document, 1, "out:17:CT:0:2025", 1)));
        await node.Apply(Registers.Void(document, 1, "out:17:CT:0:2026", 1));
        Assert.IsType<CommitResult.Refused>(await node.Write(Registers.Void(document, 2, "out:17:CT:0:2026", 1)));
        Assert.Equal(2, await node.One<long>("SELECT position FROM stream_head WHERE stream = @Value", document));
    }

    [Fact]
    public async Task Numbers_have_no_gap_when_commands_beside_them_fail()
    {
        TestNode[] nodes = [node, await database.Node(), await database.Node()];
        var documents = Enumerable.Range(0, 120).Select(_ => Registers.NewDocument()).ToList();
        var answers = await Task.WhenAll(documents.Select((document, at) => Task.Run(async () =>
        {
            // Every third command loses its position, every fifth breaks a constraint.
            var commit = Registers.Number(document, at % 3 == 0 ? 7 : 0);
            return await nodes[at % 3].Write(at % 5 == 0 ? commit with { Rows = [.. commit.Rows, Rows.Unit(at + 1, null!)] } : commit);
        })));

        var taken = answers.OfType<CommitResult.Committed>().Select(answer => answer.Receipt.Number!.Value).Order().ToList();
        Assert.Equal(Enumerable.Range(1, taken.Count).Select(number => (long)number), taken);
        Assert.Equal(taken.Count + 1, await node.One<long>("SELECT next FROM register"));
        Assert.Equal(taken, await node.Rows<long>("SELECT number FROM register_entry ORDER BY number"));
        Assert.Equal(taken, await node.Rows<long>("SELECT number FROM document ORDER BY number"));
        Assert.Equal(64, taken.Count);
    }

    /// <summary>The symbols of documents of these types, one after the other; each profile is another body's.</summary>
    private async Task<List<string?>> Symbols(NumberingProfile profile, params string[] types)
    {
        var body = new UnitFacts
        {
            Id = new UnitId(100 + (int)profile),
            Code = "X",
            Kind = UnitKind.ProvincialBody,
            Tile = "11",
            Name = "Ủy ban",
            NameEn = "Committee",
            Organ = "UBND",
            Profile = profile,
        };
        var symbols = new List<string?>();
        foreach (var type in types)
        {
            var series = NumberingRules.Outgoing(body, type, Secrecy.Normal, new DateOnly(2026, 12, 31));
            symbols.Add((await node.Apply(Registers.Number(
                Registers.NewDocument(), 0, series: series.Series, term: series.Term, suffix: series.SymbolSuffix))).Receipt.Symbol);
        }

        return symbols;
    }

    private async Task<long> Take(string? term = null) =>
        (await node.Apply(Registers.Number(Registers.NewDocument(), 0, term: term))).Receipt.Number!.Value;
}
