using PartyRealtime.Contracts.Live;

namespace PartyRealtime.LoadTests.Wire;

/// <summary>Who takes what a live connection is sent, one message after the other, in the order of its coming.</summary>
/// <param name="Changed">Positions of seats.</param>
/// <param name="Behind">A seat has gone on to this head.</param>
/// <param name="Leaving">The node stops.</param>
public sealed record LivePushes(Action<InboxChanged> Changed, Action<Behind> Behind, Action<ServerLeaving> Leaving);
