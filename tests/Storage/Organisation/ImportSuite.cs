using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.Contracts.Sessions.Facts;
using PartyRealtime.Contracts.Streams;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Storage.Organisation.Importing;
using PartyRealtime.Storage.Organisation.Loading;
using PartyRealtime.Storage.Sessions;
using PartyRealtime.StorageTests.Commits;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Organisation;

/// <summary>Imports in a store: all or nothing, and taken up again after a break.</summary>
public abstract class ImportSuite(TestDatabase database) : IAsyncLifetime
{
    private const string NoUnits = "code,parent_code,kind,name\n";
    private const string Units = "code,parent_code,kind,name\nT,,centre,Trung ương\n01,T,province,Thành ủy Thử\n00001,01,commune,Xã Một\n";
    private const string Officials = "sign_in,name,unit_code,role,title\nan,Nguyễn An,00001,clerk,\nbinh,Lê Bình,00001,leader,Bí thư\n";
    private const string Acting = "sign_in,name,unit_code,role,valid_from,valid_to,acting_for\n";

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Both_files_are_loaded_and_show_in_the_map()
    {
        var node = await database.Node();
        var result = await Import(node).Run(Units, Officials, dryRun: false);
        Assert.Empty(result.Faults);
        Assert.Equal((3, 2), (result.Units, result.Officials));
        var (map, _) = await new OrganisationReads(node.Reads).Load(OfficeDay.Today(TimeProvider.System));
        Assert.Equal(2, map.Unit("00001")!.People);
        Assert.Equal("Bí thư", map.Unit("00001")!.Posts.Single().Title);
        Assert.Equal(3, RecipientSelectors.Resolve(map, ["everyone"], []).Value!.Units.Length);
    }

    [Fact]
    public async Task A_dry_run_and_a_faulty_line_load_nothing()
    {
        var node = await database.Node();
        Assert.Empty((await Import(node).Run(Units, Officials, dryRun: true)).Faults);
        var faulty = await Import(node).Run(Units, Officials + "chi,Vũ Chi,99,clerk,\n", dryRun: false);
        Assert.Equal([new ImportFault("officials", 4, "unit_code 99 is unknown")], faulty.Faults);
        Assert.Equal(0, await node.One<long>("SELECT count(*) FROM unit"));
        Assert.Equal(0, await node.One<long>("SELECT count(*) FROM fact"));
    }

    [Fact]
    public async Task A_second_import_of_the_same_files_is_faulty_line_by_line()
    {
        var node = await database.Node();
        await Import(node).Run(Units, Officials, dryRun: false);
        var again = await Import(node).Run(Units, Officials, dryRun: false);
        Assert.Equal([2, 3, 4], again.Faults.Where(fault => fault.File == "units").Select(fault => fault.Line).Distinct());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task An_interrupted_import_goes_on_with_the_same_files(int commitsBefore)
    {
        var node = await database.Node();
        var interrupted = new OrganisationImport(node.Reads, new StoppingWriter(node.Writer, commitsBefore), TimeProvider.System);
        await Assert.ThrowsAsync<BulkLoadException>(() => interrupted.Run(Units, Officials, dryRun: false));
        Assert.Empty((await Import(node).Run(Units, Officials, dryRun: false)).Faults);
        Assert.Equal(3, await node.One<long>("SELECT count(*) FROM unit"));
        Assert.Equal(2, await node.One<long>("SELECT count(*) FROM official"));
        Assert.Equal(1, await node.One<long>("SELECT count(*) FROM fact WHERE kind = 'organisation.imported'"));
    }

    /// <summary>It went on behind the chunks of the load before it, and lost its own first ones.</summary>
    [Fact]
    public async Task A_further_import_is_loaded_whole()
    {
        var node = await database.Node();
        await Import(node).Run(Units, Officials, dryRun: false);
        await Import(node).Run("code,parent_code,kind,name\n00002,01,commune,Xã Hai\n", "sign_in,name,unit_code,role\nchi,Vũ Chi,00002,clerk\n", dryRun: false);
        Assert.Equal(4, await node.One<long>("SELECT count(*) FROM unit"));
        Assert.Equal(3, await node.One<long>("SELECT count(*) FROM official"));
    }

    [Fact]
    public async Task Somebody_of_the_store_can_act_for_another_one_of_it_for_a_time()
    {
        var node = await database.Node();
        await Import(node).Run(Units, Officials, dryRun: false);
        var nobodys = await Import(node).Run(NoUnits, Acting + "an,Nguyễn An,00001,leader,2026-12-01,2026-12-24,an\n", dryRun: true);
        Assert.Equal(2, Assert.Single(nobodys.Faults.DistinctBy(fault => fault.Line)).Line);
        var from = OfficeDay.Today(TimeProvider.System).AddDays(1);
        var line = $"an,Nguyễn An,00001,leader,{from:yyyy-MM-dd},{from.AddDays(30):yyyy-MM-dd},binh\n";
        Assert.Empty((await Import(node).Run(NoUnits, Acting + line, dryRun: false)).Faults);

        Assert.Equal(
            [("an", $"{from.AddDays(30):yyyy-MM-dd}"), ("binh", null)],
            await node.Rows<(string, string?)>(
                """
                SELECT o.sign_in, h.valid_to FROM seat_holder h JOIN seat s ON s.id = h.seat_id JOIN official o ON o.id = h.official_id
                WHERE s.kind = 2 ORDER BY o.sign_in
                """));
        Assert.Equal(2, await node.One<long>("SELECT count(*) FROM official"));
    }

    /// <summary>Nobody signs in anew: the pages that are open learn of a right by the stamp of their person.</summary>
    [Fact]
    public async Task Who_acts_for_somebody_from_today_on_sees_the_seat_in_the_session_that_is_open()
    {
        var node = await database.Node();
        await Import(node).Run(Units, Officials, dryRun: false);
        var (an, session) = await Open(node, "an");
        var before = (await Sessions(node).Find(session, DateTimeOffset.UtcNow))!;
        Assert.Empty((await Import(node).Run(NoUnits, Acting + ActingToday, dryRun: false)).Faults);

        var after = (await Sessions(node).Find(session, DateTimeOffset.UtcNow))!;
        Assert.Contains(after.Seats, span => span.Seat.Role == SeatRole.Leader && span.Covers(Today));
        Assert.Equal(before.Stamp + 1, after.Stamp);
        Assert.Equal(after.Stamp, Assert.Single(await Sessions(node).Pulses([session], DateTimeOffset.UtcNow)).Stamp);
        Assert.Equal([RightsChanged.Kind], await Facts(node, StreamId.OfSessions(an)));
    }

    /// <summary>The account's row is written whole: what was changed between its reading and its writing must not come back.</summary>
    [Fact]
    public async Task A_password_that_is_set_beside_an_import_stays_set()
    {
        var node = await database.Node();
        await Import(node).Run(Units, Officials, dryRun: false);
        var (an, _) = await Open(node, "an");
        using var organisation = new LiveOrganisation(new OrganisationReads(node.Reads), TimeProvider.System);
        var passwords = new AccountPasswords(new StaffReads(node.Reads, organisation, TimeProvider.System), node.Writer);
        var isSet = false;
        var meddled = new MeddledWriter(node.Writer, async commit =>
        {
            if (isSet || !commit.Rows.OfType<SeatHolderRow>().Any())
                return;
            isSet = true;
            Assert.True(await passwords.Set("an", "new hash"));
        });
        Assert.Empty((await new OrganisationImport(node.Reads, meddled, TimeProvider.System).Run(NoUnits, Acting + ActingToday, dryRun: false)).Faults);

        Assert.Equal(("new hash", 2L), await node.One<(string, long)>("SELECT password_hash, stamp FROM official WHERE sign_in = 'an'"));
        Assert.Equal([PasswordSet.Kind, RightsChanged.Kind], await Facts(node, StreamId.OfSessions(an)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task An_interrupted_import_tells_each_person_once(int commitsBefore)
    {
        var node = await database.Node();
        await Import(node).Run(Units, Officials, dryRun: false);
        var (an, _) = await Open(node, "an");
        var interrupted = new OrganisationImport(node.Reads, new StoppingWriter(node.Writer, commitsBefore), TimeProvider.System);
        await Assert.ThrowsAsync<BulkLoadException>(() => interrupted.Run(NoUnits, Acting + ActingToday, dryRun: false));
        Assert.Empty((await Import(node).Run(NoUnits, Acting + ActingToday, dryRun: false)).Faults);
        Assert.Equal([RightsChanged.Kind], await Facts(node, StreamId.OfSessions(an)));
        Assert.Equal(1, await node.One<long>("SELECT stamp FROM official WHERE sign_in = 'an'"));
    }

    /// <summary>More people than one question to the store names.</summary>
    [Fact]
    public async Task Many_people_of_the_store_are_told_at_once()
    {
        const int people = 1_200;
        var node = await database.Node();
        var crowd = string.Concat(Enumerable.Range(1, people).Select(one => $"p{one},Người {one},00001,specialist,\n"));
        await Import(node).Run(Units, Officials + crowd, dryRun: false);
        var acting = string.Concat(Enumerable.Range(1, people).Select(one => ActingToday.Replace("an,Nguyễn An", $"p{one},Người {one}", StringComparison.Ordinal)));
        Assert.Empty((await Import(node).Run(NoUnits, Acting + acting, dryRun: false)).Faults);
        Assert.Equal(people, await node.One<long>("SELECT count(*) FROM official WHERE stamp = 1"));
        Assert.Equal(people, await node.One<long>("SELECT count(*) FROM fact WHERE kind = @Kind", new { RightsChanged.Kind }));
    }

    private static DateOnly Today => OfficeDay.Today(TimeProvider.System);

    private static string ActingToday => $"an,Nguyễn An,00001,leader,{Today:yyyy-MM-dd},{Today.AddDays(30):yyyy-MM-dd},binh\n";

    private static SessionReads Sessions(TestNode node) => new(node.Reads);

    private static Task<IReadOnlyList<string>> Facts(TestNode node, StreamId stream) =>
        node.Rows<string>("SELECT kind FROM fact WHERE stream = @stream ORDER BY position", new { stream });

    private static async Task<(OfficialId Official, byte[] Session)> Open(TestNode node, string signIn)
    {
        var official = await node.One<OfficialId>("SELECT id FROM official WHERE sign_in = @signIn", new { signIn });
        var (now, id) = (DateTimeOffset.UtcNow, Guid.NewGuid().ToByteArray());
        await node.Apply(Make.Append(Make.NewStream(), 0) with
        {
            Rows = [new SessionRow { Id = id, Official = official, CreatedAt = now, SeenAt = now, ExpiresAt = now.AddHours(1), UserAgent = "" }],
        });
        return (official, id);
    }

    private static OrganisationImport Import(TestNode node) => new(node.Reads, node.Writer, TimeProvider.System);
}
