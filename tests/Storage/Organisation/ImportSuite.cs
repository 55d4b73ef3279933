using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Storage.Organisation.Importing;
using PartyRealtime.Storage.Organisation.Loading;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Organisation;

/// <summary>Imports in a store: all or nothing, and taken up again after a break.</summary>
public abstract class ImportSuite(TestDatabase database) : IAsyncLifetime
{
    private const string NoUnits = "code,parent_code,kind,name\n";
    private const string Units = "code,parent_code,kind,name\nT,,centre,Trung ương\n01,T,province,Thành ủy Thử\n00001,01,commune,Xã Một\n";
    private const string Officials = "sign_in,name,unit_code,role,title\nan,Nguyễn An,00001,clerk,\nbinh,Lê Bình,00001,leader,Bí thư\n";

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
        var map = await new OrganisationReads(node.Reads).Load(OfficeDay.Today(TimeProvider.System));
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
        const string header = "sign_in,name,unit_code,role,valid_from,valid_to,acting_for\n";
        var node = await database.Node();
        await Import(node).Run(Units, Officials, dryRun: false);
        var nobodys = await Import(node).Run(NoUnits, header + "an,Nguyễn An,00001,leader,2026-12-01,2026-12-24,an\n", dryRun: true);
        Assert.Equal(2, Assert.Single(nobodys.Faults.DistinctBy(fault => fault.Line)).Line);
        var from = OfficeDay.Today(TimeProvider.System).AddDays(1);
        var line = $"an,Nguyễn An,00001,leader,{from:yyyy-MM-dd},{from.AddDays(30):yyyy-MM-dd},binh\n";
        Assert.Empty((await Import(node).Run(NoUnits, header + line, dryRun: false)).Faults);

        Assert.Equal(
            [("an", $"{from.AddDays(30):yyyy-MM-dd}"), ("binh", null)],
            await node.Rows<(string, string?)>(
                """
                SELECT o.sign_in, h.valid_to FROM seat_holder h JOIN seat s ON s.id = h.seat_id JOIN official o ON o.id = h.official_id
                WHERE s.kind = 2 ORDER BY o.sign_in
                """));
        Assert.Equal(2, await node.One<long>("SELECT count(*) FROM official"));
    }

    private static OrganisationImport Import(TestNode node) => new(node.Reads, node.Writer, TimeProvider.System);
}
