using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Documents;

/// <summary>Versions of texts written together, without a policy. Each statement is a range of a key.</summary>
internal static class VersionReads
{
    private const string From =
        "FROM draft_version v JOIN official o ON o.id = v.official_id WHERE v.document_id = @id";

    /// <summary>One for each round of review.</summary>
    private const int VersionsMax = 100;

    public static async Task<ImmutableArray<VersionView>> List(DbConnection connection, DocumentId id) =>
        [.. (await connection.QueryAsync<Line>(
            $"SELECT v.version AS Version, v.at_ms AS At, o.id AS Official, o.name AS Name {From} ORDER BY v.version DESC LIMIT @max",
            new { id = id.Value, max = VersionsMax })).Select(line => line.ToView(null))];

    public static async Task<VersionView?> Find(DbConnection connection, DocumentId id, int version)
    {
        var key = new { id = id.Value, version };
        var line = await connection.QuerySingleOrDefaultAsync<Line>(
            $"SELECT v.version AS Version, v.at_ms AS At, o.id AS Official, o.name AS Name {From} AND v.version = @version", key);
        return line?.ToView(await connection.QuerySingleAsync<string>(
            "SELECT content FROM draft_version WHERE document_id = @id AND version = @version", key));
    }

    private sealed record Line
    {
        public required int Version { get; init; }

        public required DateTimeOffset At { get; init; }

        public required OfficialId Official { get; init; }

        public required string Name { get; init; }

        public VersionView ToView(string? content) => new(Version, At, new PersonRef(Official, Name), content);
    }
}
