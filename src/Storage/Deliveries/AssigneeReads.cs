using System.Collections.Immutable;
using System.Globalization;
using Dapper;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Deliveries;

/// <summary>Seats from the node's organisation, their holders from the tables.</summary>
internal sealed class AssigneeReads(IReadStore store, IOrganisation organisation, TimeProvider time) : IAssigneeReads
{
    public async Task<ImmutableArray<AssigneeView>?> Of(Actor actor, DeliveryId delivery, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        var unit = await connection.QuerySingleOrDefaultAsync<UnitId?>(
            """
            SELECT v.unit_id FROM delivery v JOIN document d ON d.id = v.document_id
            WHERE v.id = @id AND v.state <> @sent AND d.secrecy <= @clearance
            """,
            new { id = delivery.Value, sent = (int)DeliveryState.Sent, clearance = (int)actor.Clearance });
        if (unit is not { } receiver || !(actor.SeatIn(receiver, SeatRole.Leader) is not null || await HandsOn()))
            return null;
        var posts = organisation.Branch(receiver)
            .SelectMany(room => room.Posts.Select(post => (Room: room, Post: post)))
            .Where(pair => pair.Post.Role is SeatRole.Leader or SeatRole.Specialist)
            .ToList();
        var names = await Holders(posts.ConvertAll(pair => pair.Post.Seat.Value));
        return [.. posts.Select(pair => new AssigneeView(
            pair.Post.Seat, names.GetValueOrDefault(pair.Post.Seat, ""), pair.Post.Title, pair.Room.Name))];

        async Task<bool> HandsOn() => (await connection.QueryAsync<StepRow>(
            $"SELECT {Columns.Step} FROM step s WHERE s.delivery_id = @id AND s.seat_id IN @seats",
            new { id = delivery.Value, seats = Lists.In([.. actor.Seats.Select(seat => seat.Seat.Value)]) })).Any(DeliveryWorkflow.MayForward);

        async Task<Dictionary<SeatId, string>> Holders(List<int> seats)
        {
            var today = OfficeDay.Today(time).ToString("O", CultureInfo.InvariantCulture);
            var rows = await connection.QueryAsync<HolderRow>(
                """
                SELECT h.seat_id AS Seat, o.name AS Name FROM seat_holder h JOIN official o ON o.id = h.official_id
                WHERE h.seat_id IN @seats AND h.valid_from <= @today AND (h.valid_to IS NULL OR h.valid_to > @today)
                """,
                new { seats = Lists.In(seats), today });
            return rows.GroupBy(row => row.Seat).ToDictionary(group => group.Key, group => string.Join(", ", group.Select(row => row.Name)));
        }
    }

    private sealed record HolderRow
    {
        public SeatId Seat { get; init; }

        public string Name { get; init; } = "";
    }
}
