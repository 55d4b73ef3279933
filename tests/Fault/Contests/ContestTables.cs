using PartyRealtime.FaultTests.Clusters;

namespace PartyRealtime.FaultTests.Contests;

/// <summary>What the tables hold of some streams when everything has come to rest.</summary>
internal sealed record ContestTables
{
    /// <summary>In the order of their positions.</summary>
    public required ILookup<Guid, FactLine> Facts { get; init; }

    public required IReadOnlyDictionary<Guid, long> Heads { get; init; }

    /// <summary>Every number of every register, whoever took it.</summary>
    public required IReadOnlyList<RegisterLine> Numbers { get; init; }

    /// <summary>Where each register goes on.</summary>
    public required IReadOnlyDictionary<string, long> Next { get; init; }

    /// <summary>Documents and deliveries.</summary>
    public required IReadOnlyList<StandingLine> Standing { get; init; }

    public static async Task<ContestTables> Read(OfficeCluster cluster, IEnumerable<Guid> streams)
    {
        var of = new { streams = streams.Distinct().ToArray() };
        var facts = await cluster.Query<FactLine>(
            """
            SELECT stream AS Stream, position AS Position, kind AS Kind, command_id AS Command, register AS Register, number AS Number, payload AS Payload
            FROM fact WHERE stream = ANY (@streams) ORDER BY stream, position
            """,
            of);
        var heads = await cluster.Query<(Guid Stream, long Position)>("SELECT stream, position FROM stream_head WHERE stream = ANY (@streams)", of);
        var next = await cluster.Query<(string Register, long Next)>("SELECT register, next FROM register");
        return new ContestTables
        {
            Facts = facts.ToLookup(fact => fact.Stream),
            Heads = heads.ToDictionary(head => head.Stream, head => head.Position),
            Numbers = await cluster.Query<RegisterLine>(
                """
                SELECT register AS Register, number AS Number, stream AS Stream, voided_at_ms IS NOT NULL AS Voided
                FROM register_entry ORDER BY register, number
                """),
            Next = next.ToDictionary(register => register.Register, register => register.Next),
            Standing = await cluster.Query<StandingLine>(
                """
                SELECT id AS Stream, position AS Position, state::int AS State, register AS Register, number AS Number
                FROM document WHERE id = ANY (@streams)
                UNION ALL
                SELECT id, position, state::int, register, number FROM delivery WHERE id = ANY (@streams)
                """,
                of),
        };
    }
}
