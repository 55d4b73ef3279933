using System.Collections.Frozen;
using System.Globalization;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Storage.Commits.Intake;
using PartyRealtime.Storage.Commits.Rows;

namespace PartyRealtime.Storage.Commits.PostgreSql;

/// <summary>The rows of a batch, one statement a kind that is present. Input columns: ord, carries, then the table's.</summary>
internal static class RowStatements
{
    private static readonly FrozenDictionary<RowTable, string> Texts = RowTables.All.ToFrozenDictionary(table => table, Text);

    public static IEnumerable<WriterStatement> Of(IReadOnlyList<QueuedCommit> batch)
    {
        var kinds = new Dictionary<RowTable, (List<int> Ords, List<bool> Carries, List<IRow> Rows)>();
        for (var c = 0; c < batch.Count; c++)
        {
            var take = batch[c].Commit.Take;
            for (var r = 0; r < batch[c].RowKeys.Length; r++)
            {
                var row = batch[c].Commit.Rows[r];
                var table = batch[c].RowKeys[r].Table;
                if (!kinds.TryGetValue(table, out var kind))
                    kinds.Add(table, kind = ([], [], []));
                kind.Ords.Add(c + 1);
                kind.Carries.Add(take is not null && table.Takes == take.Target && table.StreamOf(row) == take.Stream.Value);
                kind.Rows.Add(row);
            }
        }

        foreach (var table in RowTables.All)
        {
            if (!kinds.TryGetValue(table, out var kind))
                continue;
            object[] arguments = [kind.Ords, kind.Carries, .. table.Columns.Select(column => column.Gather(kind.Rows))];
            yield return table.Write == RowWrite.VoidEntry
                ? WriterStatement.Asserting(Texts[table], arguments)
                : new WriterStatement(Texts[table], arguments);
        }
    }

    private static string Text(RowTable table) => table.Write == RowWrite.VoidEntry ? VoidText(table) : InsertText(table);

    private static string InsertText(RowTable table)
    {
        var key = Names(table.KeyColumns);
        var insert =
            $"""
            INSERT INTO {table.Name} ({Names(table.Columns)})
            SELECT {string.Join(", ", table.Columns.Select(Value))}
            FROM {Input(table)}
            WHERE {WriterStatement.IsOk} ORDER BY {string.Join(", ", table.KeyColumns.Select(column => "i." + column.Name))}
            """;
        var set = string.Join(", ", table.OtherColumns.Select(column => $"{column.Name} = excluded.{column.Name}"));
        return table.Write == RowWrite.Insert ? insert : $"{insert}\nON CONFLICT ({key}) DO UPDATE SET {set}";
    }

    private static string VoidText(RowTable table) =>
        $"""
        WITH want AS MATERIALIZED (
          SELECT i.* FROM {Input(table)} WHERE {WriterStatement.IsOk}
        ), done AS (
          UPDATE {table.Name} t SET {string.Join(", ", table.OtherColumns.Select(column => $"{column.Name} = w.{column.Name}"))}
          FROM want w
          WHERE {string.Join(" AND ", table.KeyColumns.Select(column => $"t.{column.Name} = w.{column.Name}"))}
            AND t.voided_at_ms IS NULL
          RETURNING 1
        )
        SELECT pr_expect('{table.Name}:{table.Write}', (SELECT count(*) FROM want), (SELECT count(*) FROM done))
        """;

    private static string Value(Column column) => column.Taken switch
    {
        TakenValue.None => "i." + column.Name,
        TakenValue.Number => $"CASE WHEN i.carries THEN ({WriterStatement.Taken} ->> 'number')::bigint ELSE i.{column.Name} END",
        TakenValue.Register => Override("register", column),
        TakenValue.NumberOn => Override("number_on", column),
        _ => Override("symbol", column),
    };

    private static string Override(string part, Column column) =>
        $"CASE WHEN i.carries THEN {WriterStatement.Taken} ->> '{part}' ELSE i.{column.Name} END";

    private static string Input(RowTable table)
    {
        var places = table.Columns.Select((column, at) =>
            string.Create(CultureInfo.InvariantCulture, $"${at + 3}::{TypeOf(column)}[]"));
        return $"unnest($1::int[], $2::bool[], {string.Join(", ", places)}) AS i(ord, carries, {Names(table.Columns)})";
    }

    private static string TypeOf(Column column) => column.Type switch
    {
        ColumnType.Uuid => "uuid",
        ColumnType.Bytes => "bytea",
        ColumnType.Text => "text",
        ColumnType.Int => "int",
        _ => "bigint",
    };

    private static string Names(IEnumerable<Column> columns) => string.Join(", ", columns.Select(column => column.Name));
}
