using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Documents;

/// <summary>Versions of texts written together, without a policy. Each statement is a range of a key.</summary>
internal static class VersionReads
{
    /// <summary>Of either kind: one for each round of review, and as many as may be named.</summary>
    private const int VersionsMax = 100;

    private const string Submitted =
        """
        SELECT v.version AS Number, NULL AS Called, v.at_ms AS At, o.id AS Official, o.name AS Name
        FROM draft_version v JOIN official o ON o.id = v.official_id WHERE v.document_id = @id
        """;

    private const string Named =
        """
        SELECT v.position AS Number, v.name AS Called, v.at_ms AS At, o.id AS Official, o.name AS Name
        FROM draft_mark v JOIN official o ON o.id = v.official_id WHERE v.document_id = @id
        """;

    /// <summary>Newest first; where two are of one moment, the named one is the older: it was named while it could be written.</summary>
    public static async Task<ImmutableArray<VersionView>> List(DbConnection connection, DocumentId id)
    {
        var key = new { id = id.Value, max = VersionsMax };
        var submitted = await connection.QueryAsync<Line>($"{Submitted} ORDER BY v.version DESC LIMIT @max", key);
        var named = await connection.QueryAsync<Line>($"{Named} ORDER BY v.position DESC LIMIT @max", key);
        return [.. submitted.Concat(named).OrderByDescending(line => line.At).Select(line => line.ToView(null))];
    }

    public static async Task<VersionView?> Find(DbConnection connection, DocumentId id, VersionKey version)
    {
        var (from, table, column) = version.IsNamed ? (Named, "draft_mark", "position") : (Submitted, "draft_version", "version");
        var key = new { id = id.Value, number = version.Number };
        var line = await connection.QuerySingleOrDefaultAsync<Line>($"{from} AND v.{column} = @number", key);
        return line?.ToView(await connection.QuerySingleAsync<string>(
            $"SELECT content FROM {table} WHERE document_id = @id AND {column} = @number", key));
    }

    private sealed record Line
    {
        public required long Number { get; init; }

        public string? Called { get; init; }

        public required DateTimeOffset At { get; init; }

        public required OfficialId Official { get; init; }

        public required string Name { get; init; }

        public VersionView ToView(string? content) =>
            new(new VersionKey(Called is not null, Number).ToString(), Called, At, new PersonRef(Official, Name), content);
    }
}
