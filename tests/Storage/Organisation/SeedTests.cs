using System.Security.Cryptography;
using System.Text.Json;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Registers;
using PartyRealtime.Storage.Organisation.Seeding;

namespace PartyRealtime.StorageTests.Organisation;

/// <summary>What the generator makes, without a store.</summary>
public sealed class SeedTests
{
    [Fact]
    public void The_same_size_and_seed_give_the_same_bytes_in_every_run()
    {
        // Pinned: a change of the generator must also grow its number, or an interrupted seed would go on with other rows.
        Assert.Equal(Digest(OrganisationSize.S1, 1), Digest(OrganisationSize.S1, 1));
        Assert.NotEqual(Digest(OrganisationSize.S1, 1), Digest(OrganisationSize.S1, 2));
    }

    [Fact]
    public void The_whole_tree_has_the_registering_bodies_of_the_scale_model()
    {
        var units = Rows(OrganisationSize.Default).OfType<UnitRow>().Where(unit => unit.ValidTo is null).ToList();
        Assert.Equal(3_804, units.Count(unit => unit.Registers));
        Assert.Equal(3_321, units.Count(unit => unit.Kind == UnitKind.Commune));
        Assert.Equal(34, units.Count(unit => unit.Kind == UnitKind.Province));
        Assert.Equal(34 * 11, units.Count(unit => unit.Kind == UnitKind.ProvincialBody));
        Assert.Equal(74, units.Count(unit => unit.Kind == UnitKind.CentralBody));
        Assert.InRange(units.Count(unit => unit.Kind == UnitKind.SubUnit), 13_200, 13_400);
        Assert.Equal(units.Count, units.DistinctBy(unit => unit.Code).Count());
    }

    [Theory]
    [InlineData(OrganisationSize.Default, 15_200, 15_300)]
    [InlineData(OrganisationSize.S1, 1_400, 1_600)]
    [InlineData(OrganisationSize.S2, 14_500, 15_500)]
    [InlineData(OrganisationSize.S3, 147_000, 153_000)]
    public void Each_size_has_about_its_number_of_accounts(OrganisationSize size, int min, int max)
    {
        var rows = Rows(size);
        var officials = rows.OfType<OfficialRow>().ToList();
        Assert.InRange(officials.Count, min, max);
        Assert.Equal(officials.Count, officials.DistinctBy(official => official.SignIn).Count());
        var posts = rows.OfType<SeatRow>().Where(seat => seat.Kind != SeatKind.Person).Select(seat => seat.Id).ToHashSet();
        var several = rows.OfType<SeatHolderRow>().Where(held => posts.Contains(held.Seat) && held.ValidTo is null).GroupBy(held => held.Official).Count(held => held.Count() > 1);
        Assert.InRange(several / (double)officials.Count, 0.02, 0.04);
        // Who worked in a merged unit held a seat for a time as well.
        var acting = rows.OfType<SeatHolderRow>().Where(held => held.ValidTo is { } last && last != SeedTree.MergedOn).ToList();
        Assert.InRange(acting.DistinctBy(held => held.Official).Count() / (double)officials.Count, 0.008, 0.012);
        AssertActsForALeader(rows, acting);
    }

    /// <summary>The post of somebody else, who leads a unit, beside a post of one's own.</summary>
    private static void AssertActsForALeader(List<IRow> rows, List<SeatHolderRow> acting)
    {
        var leading = rows.OfType<SeatRow>().Where(seat => seat.Role == SeatRole.Leader).Select(seat => seat.Id).ToHashSet();
        var own = rows.OfType<SeatHolderRow>().Where(held => held.ValidTo is null).ToLookup(held => held.Seat, held => held.Official);
        Assert.All(acting, held => Assert.Contains(held.Seat, leading));
        Assert.All(acting, held => Assert.NotEqual(held.Official, Assert.Single(own[held.Seat])));
        Assert.All(acting, held => Assert.Equal(held.ValidFrom.AddYears(1), held.ValidTo));
    }

    [Fact]
    public void Every_registering_unit_has_a_desk_and_the_four_accounts_that_sign_in_by_its_code()
    {
        var rows = Rows(OrganisationSize.Default);
        var signIns = rows.OfType<OfficialRow>().Select(official => official.SignIn).ToHashSet();
        var desks = rows.OfType<SeatRow>().Where(seat => seat.Kind == SeatKind.Desk).Select(seat => seat.Unit).ToHashSet();
        foreach (var unit in rows.OfType<UnitRow>().Where(unit => unit.Registers && unit.ValidTo is null))
        {
            Assert.Contains(unit.Id, desks);
            foreach (var role in new[] { "clerk", "leader", "specialist", "admin" })
                Assert.Contains($"{role}.{unit.Code}".ToLowerInvariant(), signIns);
        }

        Assert.Contains("clerk5.tw", signIns);
        Assert.Contains("clerk2.11", signIns);
        Assert.Contains("operator", signIns);
    }

    [Fact]
    public void Two_communes_were_merged_into_a_third_and_receive_nothing()
    {
        var units = Rows(OrganisationSize.S1).OfType<UnitRow>().ToList();
        var merged = units.Where(unit => unit.ValidTo is not null).ToList();
        Assert.Equal(["90001", "90002"], merged.Select(unit => unit.Code));
        var successor = Assert.Single(units, unit => unit.Id == merged[0].Successor);
        Assert.Equal(UnitKind.Commune, successor.Kind);
        Assert.All(merged, unit => Assert.False(unit.Receives));
    }

    [Fact]
    public void The_books_of_the_two_are_whole_and_end_before_the_merger()
    {
        var rows = Rows(OrganisationSize.Default);
        var merged = rows.OfType<UnitRow>().Where(unit => unit.ValidTo is not null).ToList();
        var entries = rows.OfType<CarriedEntry>().ToLookup(entry => entry.Register);
        var registers = rows.OfType<CarriedRegister>().ToList();
        Assert.Equal(entries.Select(lines => lines.Key).Order(StringComparer.Ordinal), registers.Select(register => register.Register));
        foreach (var register in registers)
        {
            var lines = entries[register.Register].ToList();
            Assert.Equal(Enumerable.Range(1, lines.Count).Select(number => (long)number), lines.Select(line => line.Number));
            Assert.Equal(lines.Select(line => line.On).Order(), lines.Select(line => line.On));
            Assert.Equal((lines.Count + 1L, lines[^1].On), (register.Next, register.LastOn));
            Assert.All(lines, line => Assert.True(line.On < SeedTree.MergedOn && line.On > SeedTree.InForce));
        }

        foreach (var book in merged.SelectMany(unit => new[] { $"in:{unit.Id.Value}:", $"out:{unit.Id.Value}:" }))
            Assert.Equal(5, entries.Where(lines => lines.Key.StartsWith(book, StringComparison.Ordinal)).Sum(lines => lines.Count()));
        // Nobody else's numbers are touched.
        Assert.Equal(20, entries.Sum(lines => lines.Count()));
        var streams = rows.OfType<DocumentRow>().Select(row => row.Id.Stream).Concat(rows.OfType<DeliveryRow>().Select(row => row.Id.Stream));
        Assert.Equal(streams.OrderBy(stream => stream.Value), entries.SelectMany(lines => lines).Select(line => line.Stream).OrderBy(stream => stream.Value));
    }

    [Fact]
    public void Who_worked_there_has_an_account_no_more()
    {
        var rows = Rows(OrganisationSize.S1);
        var merged = rows.OfType<UnitRow>().Where(unit => unit.ValidTo is not null).Select(unit => unit.Id).ToHashSet();
        var seats = rows.OfType<SeatRow>().Where(seat => seat.Unit is { } unit && merged.Contains(unit)).Select(seat => seat.Id).ToHashSet();
        var held = rows.OfType<SeatHolderRow>().Where(one => seats.Contains(one.Seat)).ToList();
        Assert.Equal(6, held.Count);
        Assert.All(held, one => Assert.Equal(SeedTree.MergedOn, one.ValidTo));
        var former = held.Select(one => one.Official).ToHashSet();
        Assert.All(rows.OfType<OfficialRow>().Where(one => former.Contains(one.Id)), one => Assert.True(one is { Demo: false, PasswordHash: null, DisabledAt: not null }));
    }

    [Fact]
    public void No_clearance_reaches_secret_below_the_provinces()
    {
        var rows = Rows(OrganisationSize.S1);
        var communes = rows.OfType<UnitRow>().Where(unit => unit.Kind == UnitKind.Commune).Select(unit => unit.Code).ToHashSet();
        Assert.DoesNotContain(
            rows.OfType<OfficialRow>(),
            official => official.Clearance == Secrecy.Secret && communes.Contains(official.SignIn.Split('.')[^1]));
    }

    private static List<IRow> Rows(OrganisationSize size) => [.. OrganisationSeed.Rows(size, 1)];

    private static string Digest(OrganisationSize size, ulong seed)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in OrganisationSeed.Rows(size, seed))
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes<object>(row));
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
