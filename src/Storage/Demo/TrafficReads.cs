using System.Collections.Immutable;
using Dapper;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Demo;

/// <summary>Reads one document's deliveries per state; the demo has a few documents, not millions.</summary>
internal sealed class TrafficReads(IReadStore store) : ITrafficReads
{
    // The hash spreads the acts over the provinces instead of walking through them in order.
    private const string Sql = """
        WITH newest AS (SELECT id FROM document WHERE issued_at_ms IS NOT NULL ORDER BY issued_at_ms DESC LIMIT 3)
        SELECT v.id AS Delivery, v.state AS State, s.id AS Step, s.state AS StepState,
          (SELECT MIN(p.id) FROM seat p WHERE p.unit_id = v.unit_id AND p.role = @specialist) AS Specialist,
          (SELECT MIN(h.official_id) FROM seat_holder h WHERE h.valid_to IS NULL AND h.seat_id = COALESCE(s.seat_id,
            (SELECT MIN(p.id) FROM seat p WHERE p.unit_id = v.unit_id
              AND p.role = CASE WHEN v.state = @arrived THEN @clerk ELSE @leader END))) AS Official
        FROM newest n JOIN delivery v ON v.document_id = n.id
        LEFT JOIN step s ON s.delivery_id = v.id AND s.role = @lead AND s.state IN (1, 2)
        WHERE v.state = @state AND v.recall IN (0, 3)
        ORDER BY (v.unit_id * 7919) % 104729 LIMIT @max
        """;

    private static readonly ImmutableArray<DeliveryState> Working =
        [DeliveryState.InProgress, DeliveryState.Assigned, DeliveryState.Registered, DeliveryState.Arrived];

    public async Task<ImmutableArray<TrafficTask>> Next(int max, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        var tasks = ImmutableArray.CreateBuilder<TrafficTask>();
        foreach (var state in Working)
        {
            tasks.AddRange(await connection.QueryAsync<TrafficTask>(new CommandDefinition(
                Sql,
                new
                {
                    state = (int)state,
                    arrived = (int)DeliveryState.Arrived,
                    clerk = (int)SeatRole.Clerk,
                    leader = (int)SeatRole.Leader,
                    specialist = (int)SeatRole.Specialist,
                    lead = (int)StepRole.Lead,
                    max,
                },
                cancellationToken: cancellation)));
        }

        return tasks.DrainToImmutable();
    }
}
