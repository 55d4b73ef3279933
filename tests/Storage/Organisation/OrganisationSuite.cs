using Microsoft.Extensions.Time.Testing;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Organisation.Facts;
using PartyRealtime.Contracts.Registers;
using PartyRealtime.Contracts.Streams;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Storage.Organisation.Loading;
using PartyRealtime.Storage.Organisation.Seeding;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Organisation;

/// <summary>The seed in a store, the map read from it, people found in it.</summary>
public abstract class OrganisationSuite(TestDatabase database) : IAsyncLifetime
{
    private const int DistinctNamesMin = 200;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_seeded_store_is_whole_and_is_not_seeded_again()
    {
        var node = await database.Node();
        Assert.True(await Seed(node).Run(OrganisationSize.S1));
        Assert.False(await Seed(node).Run(OrganisationSize.S1));
        await AssertWhole(node);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_seed_that_was_interrupted_goes_on_where_it_stopped(int commitsBefore)
    {
        var node = await database.Node();
        var interrupted = new OrganisationSeed(node.Reads, new StoppingWriter(node.Writer, commitsBefore), TimeProvider.System);
        await Assert.ThrowsAsync<BulkLoadException>(() => interrupted.Run(OrganisationSize.S1));
        Assert.True(await Seed(node).Run(OrganisationSize.S1));
        await AssertWhole(node);
    }

    [Fact]
    public async Task Nodes_that_start_at_the_same_time_seed_once()
    {
        TestNode[] nodes = [await database.Node(), await database.Node(), await database.Node()];
        await Task.WhenAll(nodes.Select(node => Seed(node).Run(OrganisationSize.S1)));
        await AssertWhole(nodes[0]);
    }

    [Fact]
    public async Task An_interrupted_seed_of_another_size_stands_in_the_way()
    {
        var node = await database.Node();
        var interrupted = new OrganisationSeed(node.Reads, new StoppingWriter(node.Writer, 2), TimeProvider.System);
        await Assert.ThrowsAsync<BulkLoadException>(() => interrupted.Run(OrganisationSize.S1));
        var refused = await Assert.ThrowsAsync<BulkLoadException>(() => Seed(node).Run(OrganisationSize.S2));
        Assert.Contains("size S1", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_shows_the_seed_and_follows_the_stream()
    {
        var node = await database.Node();
        await Seed(node).Run(OrganisationSize.S1);
        using var organisation = new LiveOrganisation(new OrganisationReads(node.Reads), TimeProvider.System);
        await organisation.Refresh();
        var before = organisation.Current;
        Assert.Equal("Tỉnh ủy Điện Biên", before.Unit("11")!.Name);
        Assert.Equal(34, before.Units.Count(unit => unit.Kind == UnitKind.Commune && unit.Receives));
        Assert.Equal(2, before.Predecessors(before.Units.First(unit => unit.Tile == "11" && unit.Kind == UnitKind.Commune).Id).Length);
        await organisation.Refresh();
        Assert.Same(before, organisation.Current);

        await node.Apply(new Commit
        {
            By = Actor.System,
            Appends = [new StreamAppend(StreamId.Organisation, before.Version, [FactJson.Of(new OrganisationImported(1, 0))])],
            Rows = [new UnitRow
            {
                Id = new UnitId(90_000),
                Code = "99.X",
                Parent = before.Unit("11")!.Id,
                Kind = UnitKind.ProvincialBody,
                Tile = "11",
                Name = "Ban mới",
                NameEn = "New body",
                Organ = "BM",
                Registers = true,
                Receives = true,
                ValidFrom = before.Day,
            }],
        });
        await organisation.Refresh();
        Assert.Equal(before.Version + 1, organisation.Current.Version);
        Assert.NotNull(organisation.Current.Unit("99.X"));
    }

    /// <summary>A standby took over that had not heard the last change, and another one came before anybody looked.</summary>
    [Fact]
    public async Task The_map_is_read_anew_when_another_change_has_the_last_position()
    {
        var node = await database.Node();
        await Seed(node).Run(OrganisationSize.S1);
        using var organisation = new LiveOrganisation(new OrganisationReads(node.Reads), TimeProvider.System);
        await organisation.Refresh();
        var (before, look) = (organisation.Current, organisation.Look!);

        await database.Execute("UPDATE unit SET name = 'Tỉnh ủy khác' WHERE code = '11'");
        await database.Execute($"UPDATE fact SET at_ms = at_ms + 1 WHERE position = {before.Version} AND kind = 'organisation.seeded'");
        await organisation.Refresh();

        Assert.Equal(before.Version, organisation.Current.Version);
        Assert.Equal("Tỉnh ủy khác", organisation.Current.Unit("11")!.Name);
        Assert.Equal(look.Generation + 1, organisation.Look!.Generation);
    }

    /// <summary>A merger that was imported before its day opens the merged unit to its successor on that day, and not before.</summary>
    [Fact]
    public async Task The_map_is_read_anew_when_the_day_changes()
    {
        var node = await database.Node();
        await Seed(node).Run(OrganisationSize.S1);
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        using var organisation = new LiveOrganisation(new OrganisationReads(node.Reads), time);
        await organisation.Refresh();
        var before = organisation.Current;
        var successor = before.Units.First(unit => unit is { Kind: UnitKind.Commune, IsValid: true, Tile: not "11" }).Id;
        var merged = new UnitId(90_000);
        await node.Apply(new Commit
        {
            By = Actor.System,
            Appends = [new StreamAppend(StreamId.Organisation, before.Version, [FactJson.Of(new OrganisationImported(1, 0))])],
            Rows = [new UnitRow
            {
                Id = merged,
                Code = "99.X",
                Parent = before.Unit("11")!.Id,
                Kind = UnitKind.Commune,
                Tile = "11",
                Name = "Xã sẽ nhập",
                NameEn = "Commune to be merged",
                Organ = "ĐU",
                Registers = true,
                Receives = true,
                ValidFrom = before.Day,
                ValidTo = before.Day.AddDays(1),
                Successor = successor,
            }],
        });
        await organisation.Refresh();
        Assert.DoesNotContain(merged, organisation.Current.Predecessors(successor));

        time.Advance(TimeSpan.FromDays(1));
        await organisation.Refresh();
        Assert.Contains(merged, organisation.Current.Predecessors(successor));
    }

    [Fact]
    public async Task People_counts_are_what_the_tables_hold()
    {
        var node = await database.Node();
        await Seed(node).Run(OrganisationSize.S1);
        var (map, _) = await new OrganisationReads(node.Reads).Load(new DateOnly(2026, 11, 23));
        var everyone = RecipientSelectors.Resolve(map, ["everyone"], []).Value!;
        var people = await node.One<long>(
            """
            SELECT count(DISTINCT h.official_id) FROM seat_holder h JOIN seat s ON s.id = h.seat_id JOIN unit u ON u.id = s.unit_id
            LEFT JOIN unit p ON p.id = u.parent_id
            WHERE s.kind <> 3 AND (u.receives = 1 OR (u.registers = 0 AND p.receives = 1))
            """);
        Assert.Equal(people, everyone.People);
        Assert.True(everyone.Units.Sum(unit => unit.People) > everyone.People);
    }

    [Fact]
    public async Task People_are_found_without_diacritics_by_any_part_that_ends_or_begins_the_name()
    {
        var node = await database.Node();
        await Seed(node).Run(OrganisationSize.S1);
        using var organisation = new LiveOrganisation(new OrganisationReads(node.Reads), TimeProvider.System);
        await organisation.Refresh();
        var officials = new OfficialReads(node.Reads, organisation);
        var names = await node.Rows<(int Id, string Name)>("SELECT id, name FROM official WHERE id <= 400");
        Assert.True(names.DistinctBy(official => official.Name).Count() > DistinctNamesMin);
        foreach (var (id, name) in names.Take(40))
        {
            var words = name.Split(' ');
            foreach (var query in new[] { name, name.ToUpperInvariant(), Contracts.Text.TextFold.Key(name), string.Join(' ', words[1..]) })
                Assert.Contains(await officials.Search(query, 500), official => official.Id.Value == id);
        }

        Assert.Empty(await officials.Search("%", 20));
        Assert.Empty(await officials.Search("  ", 20));
        Assert.All(await officials.Search("nguyễn", 20), official => Assert.StartsWith("Nguyễn", official.Name, StringComparison.Ordinal));
        var clerk = Assert.Single(await officials.Search(names[0].Name, 500), official => official.Id.Value == 1);
        Assert.Equal(("Văn thư", "TW"), (clerk.Title, clerk.Unit!.Code));
    }

    private static OrganisationSeed Seed(TestNode node) => new(node.Reads, node.Writer, TimeProvider.System);

    private static async Task AssertWhole(TestNode node)
    {
        var rows = OrganisationSeed.Rows(OrganisationSize.S1, 1).ToList();
        Assert.Equal(rows.OfType<UnitRow>().Count(), await node.One<long>("SELECT count(*) FROM unit"));
        Assert.Equal(rows.OfType<OfficialRow>().Count(), await node.One<long>("SELECT count(*) FROM official"));
        Assert.Equal(rows.OfType<SeatRow>().Count(), await node.One<long>("SELECT count(*) FROM seat"));
        Assert.Equal(rows.OfType<SeatRow>().Count(), await node.One<long>("SELECT count(*) FROM inbox_head"));
        Assert.Equal(rows.OfType<SeatHolderRow>().Count(), await node.One<long>("SELECT count(*) FROM seat_holder"));
        Assert.Equal(1, await node.One<long>("SELECT count(*) FROM fact WHERE kind = 'organisation.seeded'"));
        await AssertBooks(node, rows);
    }

    /// <summary>Every line of the merged communes' books has its document or delivery, and that stands at the head of its stream.</summary>
    private static async Task AssertBooks(TestNode node, List<IRow> rows)
    {
        var lines = rows.OfType<CarriedEntry>().Count();
        Assert.Equal(20, lines);
        Assert.Equal(lines, await node.One<long>("SELECT count(*) FROM register_entry"));
        Assert.Equal(lines, await node.One<long>(
            """
            SELECT count(*) FROM register_entry e JOIN stream_head s ON s.stream = e.stream JOIN fact f ON f.stream = e.stream AND f.position = s.position
            JOIN (SELECT id, position, register, number, number_on FROM document UNION ALL SELECT id, position, register, number, number_on FROM delivery) r
              ON r.id = e.stream AND r.position = s.position AND r.register = e.register AND r.number = e.number AND r.number_on = e.number_on
            WHERE f.kind IN ('document.carried-over', 'delivery.carried-over')
            """));
        Assert.Equal(0, await node.One<long>("SELECT count(*) FROM inbox_item"));
    }
}
