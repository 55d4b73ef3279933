using PartyRealtime.Contracts.Commits;
using PartyRealtime.Storage.Commits.Rows;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Commits;

/// <summary>Every row kind has a table, and the mapping names exactly its columns.</summary>
public abstract class RowMappingSuite(TestDatabase database) : IAsyncDisposable
{
    /// <summary>What the database fills by itself, for whoever writes the row.</summary>
    private static readonly HashSet<(string Table, string Column)> Derived =
        [("step", "document_id"), ("register_entry", "book"), ("register_entry", "secrecy")];

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Every_row_record_is_mapped_once()
    {
        var records = typeof(IRow).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IRow)) && !type.IsInterface);

        Assert.Equal(records.Select(type => type.Name).Order(), RowTables.All.Select(table => table.RowType.Name).Order());
    }

    [Fact]
    public async Task A_mapping_names_every_column_of_its_table_and_no_other()
    {
        var node = await database.Node();
        foreach (var table in RowTables.All.Where(table => table.Write != RowWrite.VoidEntry))
        {
            await using var connection = await node.Reads.Open();
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table.Name}";
            await using var reader = await command.ExecuteReaderAsync();
            var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).Where(column => !Derived.Contains((table.Name, column)));
            Assert.Equal(columns.Order(), table.Columns.Select(column => column.Name).Order());
        }
    }

    [Fact]
    public void Every_table_that_a_commit_writes_is_compared_by_the_suites()
    {
        var written = RowTables.All.Select(table => table.Name).Where(table => table != "meta");

        Assert.Empty(written.Except(TableDump.Tables));
    }
}
