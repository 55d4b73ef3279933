using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Deliveries.Facts;

namespace PartyRealtime.Grains.Jobs;

/// <summary>The first position of every delivery: it arrived at the desk.</summary>
internal static class Arrivals
{
    public static DeliveryRow Arrived(DeliveryRow sent, DateTimeOffset now) =>
        sent with { State = DeliveryState.Arrived, ArrivedAt = now, Position = 1 };

    /// <summary>Expected 0: a delivery arrives once, whoever tries.</summary>
    public static StreamAppend Append(DeliveryRow arrived) =>
        new(arrived.Id.Stream, 0, [FactJson.Of(new DeliveryArrived(arrived.Document, arrived.Unit))]);
}
