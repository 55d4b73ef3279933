namespace PartyRealtime.Contracts.Deliveries;

/// <summary>A point of the plot: how many units had received by then.</summary>
public sealed record BoardPoint(
    DateTimeOffset At,
    int Received);
