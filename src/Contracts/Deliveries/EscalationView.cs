namespace PartyRealtime.Contracts.Deliveries;

/// <summary>How an immediate document goes on from the desk.</summary>
/// <param name="At">When the leader is told if nobody has opened it.</param>
/// <param name="ToldAt">When the leader was told; null before.</param>
/// <param name="Title">The leader's post; empty in a unit without one.</param>
/// <param name="Holder">Who holds that seat today, the officer on duty included.</param>
/// <param name="HandedOver">Whether the clerk told the leader; false before, and where the clock did.</param>
public sealed record EscalationView(DateTimeOffset At, DateTimeOffset? ToldAt, string Title, string Holder, bool HandedOver);
