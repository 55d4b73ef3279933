namespace PartyRealtime.Contracts.Live;

/// <summary>Pushed: this node stops.</summary>
/// <param name="ReconnectAfterMs">How long this connection shall wait before it comes back; spread, so that not all come at once.</param>
public sealed record ServerLeaving(int ReconnectAfterMs);
