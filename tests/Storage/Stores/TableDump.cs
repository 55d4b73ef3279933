using System.Globalization;
using System.Text;

namespace PartyRealtime.StorageTests.Stores;

/// <summary>All rows of the commit's tables as text, the same for the same rows on every database.</summary>
internal static class TableDump
{
    /// <summary>Every table that a commit writes.</summary>
    public static readonly string[] Tables =
    [
        "claim", "delivery", "document", "document_body", "document_file", "document_link", "draft_client", "draft_mark",
        "draft_participant", "draft_snapshot", "draft_thread", "draft_thread_entry", "draft_update", "draft_version", "fact",
        "inbox_head", "inbox_item", "inbox_tombstone", "job", "official", "preference", "register", "register_entry", "seat",
        "seat_holder", "session", "sign_in_lock", "step", "stream_head", "unit", "upload",
    ];

    /// <summary>One line a row: the table, then its values by column, ordered.</summary>
    public static async Task<string> Of(TestNode node)
    {
        var text = new StringBuilder();
        foreach (var table in Tables)
        {
            foreach (var line in (await Rows(node, table)).Order(StringComparer.Ordinal))
                text.Append(table).Append(": ").AppendLine(line);
        }

        return text.ToString();
    }

    private static async Task<List<string>> Rows(TestNode node, string table)
    {
        await using var connection = await node.Reads.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table}";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join("; ", Enumerable.Range(0, reader.FieldCount)
                .Where(column => !reader.IsDBNull(column))
                .Select(column => $"{reader.GetName(column)}={Value(reader.GetValue(column))}")));
        }

        return rows;
    }

    private static string Value(object value) => value switch
    {
        Guid id => Convert.ToHexStringLower(id.ToByteArray(bigEndian: true)),
        byte[] bytes => Convert.ToHexStringLower(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
