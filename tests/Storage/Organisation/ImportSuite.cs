using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Storage.Organisation.Importing;
using PartyRealtime.Storage.Organisation.Loading;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Organisation;

/// <summary>Imports in a store: all or nothing, and taken up again after a break.</summary>
public abstract class ImportSuite(TestDatabase database) : IAsyncLifetime
{
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

    private static OrganisationImport Import(TestNode node) => new(node.Reads, node.Writer, TimeProvider.System);
}
