using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Schema;

/// <summary>
/// The scripts that this program knows, in order. Those under <c>Schema/</c> serve both databases; those under
/// <c>Schema/PostgreSql/</c> and <c>Schema/Sqlite/</c> serve only that one.
/// </summary>
internal static class SchemaScripts
{
    private const string Root = "PartyRealtime.Storage.Schema.";
    private const string PostgreSqlRoot = Root + "PostgreSql.";
    private const string SqliteRoot = Root + "Sqlite.";

    public static IReadOnlyList<SchemaScript> For(StoreKind kind)
    {
        var assembly = typeof(SchemaScripts).Assembly;
        var (own, other) = kind == StoreKind.PostgreSql ? (PostgreSqlRoot, SqliteRoot) : (SqliteRoot, PostgreSqlRoot);
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Root, StringComparison.Ordinal) && !name.StartsWith(other, StringComparison.Ordinal))
            .Select(resource => new SchemaScript(NameOf(resource, own), Adapt(Read(resource), kind)))
            .OrderBy(script => script.Name, StringComparer.Ordinal)];

        string Read(string resource)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            return reader.ReadToEnd();
        }
    }

    private static string NameOf(string resource, string own) =>
        resource[(resource.StartsWith(own, StringComparison.Ordinal) ? own : Root).Length..];

    private static string Adapt(string text, StoreKind kind)
    {
        var sqlite = kind == StoreKind.Sqlite;
        return text
            .Replace("$uuid$", sqlite ? "BLOB" : "uuid", StringComparison.Ordinal)
            .Replace("$bytes$", sqlite ? "BLOB" : "bytea", StringComparison.Ordinal)
            .Replace("$key$", sqlite ? "TEXT" : "TEXT COLLATE \"C\"", StringComparison.Ordinal);
    }
}
