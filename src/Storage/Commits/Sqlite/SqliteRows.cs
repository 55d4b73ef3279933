using System.Globalization;
using Microsoft.Data.Sqlite;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Commits.Rows;

namespace PartyRealtime.Storage.Commits.Sqlite;

/// <summary>Writes the commit's rows, one statement a kind.</summary>
internal sealed class SqliteRows : IDisposable
{
    private readonly Dictionary<RowTable, SqliteStatement> writes;
    private readonly SqliteStatement makeHead;

    public SqliteRows(SqliteConnection connection)
    {
        writes = RowTables.All.ToDictionary(
            table => table, table => new SqliteStatement(connection, Text(table), table.Columns.Count));
        makeHead = new SqliteStatement(
            connection, "INSERT INTO inbox_head (seat_id, position) VALUES ($1, 0) ON CONFLICT (seat_id) DO NOTHING", 1);
    }

    /// <summary>Writes them in the tables' order, those of a table as the commit names them; the name of the guard that failed, or null.</summary>
    public string? Write(Commit commit, TakenNumber? taken)
    {
        foreach (var row in commit.Rows.OrderBy(RowTables.PlaceOf))
        {
            var table = RowTables.Of(row);
            var carries = taken is not null && table.Takes == commit.Take!.Target
                && table.StreamOf(row) == commit.Take.Stream.Value ? taken : null;
            var values = new object?[table.Columns.Count];
            for (var i = 0; i < values.Length; i++)
                values[i] = carries is null ? table.Columns[i].Value(row) : Override(table.Columns[i], row, carries);
            if (writes[table].Execute(values) != 1)
                return table.Name + ":" + table.Write;
            if (row is SeatRow seat)
                makeHead.Execute(seat.Id.Value);
        }

        return null;
    }

    public void Dispose()
    {
        foreach (var write in writes.Values)
            write.Dispose();
        makeHead.Dispose();
    }

    private static object? Override(Column column, IRow row, TakenNumber taken) => column.Taken switch
    {
        TakenValue.Register => taken.Register,
        TakenValue.Number => taken.Number,
        TakenValue.NumberOn => taken.On,
        TakenValue.Symbol => taken.Symbol,
        _ => column.Value(row),
    };

    private static string Text(RowTable table)
    {
        if (table.Write == RowWrite.VoidEntry)
        {
            return $"UPDATE {table.Name} SET {Pairs(table.OtherColumns, table, ", ")} WHERE {Pairs(table.KeyColumns, table, " AND ")} AND voided_at_ms IS NULL";
        }

        var names = string.Join(", ", table.Columns.Select(column => column.Name));
        var values = string.Join(", ", table.Columns.Select(column => Place(column, table)));
        var insert = $"INSERT INTO {table.Name} ({names}) VALUES ({values})";
        if (table.Write == RowWrite.Insert)
            return insert;

        var key = string.Join(", ", table.KeyColumns.Select(column => column.Name));
        var set = string.Join(", ", table.OtherColumns.Select(column => $"{column.Name} = excluded.{column.Name}"));
        return $"{insert} ON CONFLICT ({key}) DO UPDATE SET {set}";
    }

    private static string Pairs(IEnumerable<Column> columns, RowTable table, string separator) =>
        string.Join(separator, columns.Select(column => $"{column.Name} = {Place(column, table)}"));

    private static string Place(Column column, RowTable table) =>
        "$" + (table.Columns.ToList().IndexOf(column) + 1).ToString(CultureInfo.InvariantCulture);
}
