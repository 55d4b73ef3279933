using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Dapper;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Deliveries.Facts;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Documents;

/// <summary>
/// What people of a receiving unit did with a document, for those who see the delivery with its steps. Of other units there
/// is nothing on these streams, and what the sender's people did there is left out.
/// </summary>
internal static class ReceiverHistory
{
    private const int LinesMax = 200;

    /// <summary>The acts of a receiving unit; those that only say who looked are in the travel diagram already.</summary>
    private static readonly ImmutableArray<string> Kinds =
    [
        DeliveryRegistered.Kind, DeliveryReturned.Kind, DeliveryAssigned.Kind, DeliveryFinished.Kind, DeliveryHandedOver.Kind, DeliveryEscalated.Kind,
        DeliveryCarriedOver.Kind, DeliveryRecallAgreed.Kind, DeliveryRecallRefused.Kind,
        StepForwarded.Kind, StepReturned.Kind, StepReturnClosed.Kind, StepFinished.Kind, StepRecalled.Kind,
    ];

    /// <summary>The newest 200 lines of all these deliveries, by delivery, the oldest first: found by the streams' own key.</summary>
    public static async Task<ILookup<DeliveryId, HistoryLine>> Of(DbConnection connection, DocumentReach reach)
    {
        if (reach.Deliveries.IsEmpty)
            return Array.Empty<HistoryLine>().ToLookup(_ => default(DeliveryId));
        var rows = await connection.QueryAsync<StreamLine>(
            """
            SELECT f.stream AS Stream, f.position AS Position, f.at_ms AS At, f.kind AS Kind, f.official_id AS Official, o.name AS Name, f.payload AS Payload
            FROM fact f LEFT JOIN official o ON o.id = f.official_id
            WHERE f.stream IN @streams AND f.kind IN @kinds ORDER BY f.at_ms DESC, f.position DESC LIMIT @max
            """,
            new { streams = Lists.In([.. reach.Deliveries.Select(delivery => delivery.Row.Id.Value)]), kinds = Lists.In(Kinds), max = LinesMax });
        return rows.OrderBy(row => row.Position).ToLookup(row => row.Stream, row => row.Line);
    }

    public static HistoryView View(HistoryLine line, DeliveryRow row, PeopleNames people, IOrganisation organisation) =>
        new(line.Position, line.At, new PersonRef(line.Official, line.Name ?? ""), line.Kind, TextOf(line, row, people, organisation));

    /// <summary>
    /// The number in the register, to whom it was given (who held the seat on that day), or the words that a person gave with
    /// the act. Why a step was returned or taken back stands at the step itself, in the travel diagram.
    /// </summary>
    private static string? TextOf(HistoryLine line, DeliveryRow row, PeopleNames people, IOrganisation organisation)
    {
        return line.Kind switch
        {
            _ when line.Kind == DeliveryRegistered.Kind => row.Number?.ToString(CultureInfo.InvariantCulture),
            _ when line.Kind == DeliveryReturned.Kind => Read<DeliveryReturned>(line).Reason,
            _ when line.Kind == DeliveryRecallRefused.Kind => Read<DeliveryRecallRefused>(line).Reason,
            _ when line.Kind == DeliveryAssigned.Kind => To(Read<DeliveryAssigned>(line).Assignments),
            _ when line.Kind == StepForwarded.Kind => To(Read<StepForwarded>(line).Assignments),
            _ when line.Kind == DeliveryHandedOver.Kind => Name(Read<DeliveryHandedOver>(line).To),
            _ when line.Kind == DeliveryEscalated.Kind => Read<DeliveryEscalated>(line).To is { } seat ? Name(seat) : null,
            _ when line.Kind == StepFinished.Kind => Read<StepFinished>(line).Result,
            _ => null,
        };

        string To(ImmutableArray<StepAssignment> assignments) => string.Join(", ", assignments.Select(assignment => Name(assignment.Seat)));

        string Name(SeatId seat) => people.HolderOn(seat, OfficeDay.Of(line.At)) is { Length: > 0 } holder ? holder : organisation.Seat(seat)?.Title ?? "";
    }

    private static T Read<T>(HistoryLine line)
        where T : IFact => FactJson.Read<T>(line.Payload);

    private sealed record StreamLine
    {
        public DeliveryId Stream { get; init; }

        public long Position { get; init; }

        public DateTimeOffset At { get; init; }

        public string Kind { get; init; } = "";

        public OfficialId Official { get; init; }

        public string? Name { get; init; }

        public string Payload { get; init; } = "";

        public HistoryLine Line => new() { Position = Position, At = At, Kind = Kind, Official = Official, Name = Name, Payload = Payload };
    }
}
