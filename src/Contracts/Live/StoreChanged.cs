namespace PartyRealtime.Contracts.Live;

/// <summary>
/// Pushed: the store of this node went away, or answers again. A hint: who gets it asks whether the node is ready before
/// saying so, and who missed it learns from the next answer.
/// </summary>
/// <param name="Away">Whether it is away.</param>
/// <param name="AskAfterMs">How long this connection shall wait before it asks; spread, so that not all ask at once.</param>
public sealed record StoreChanged(bool Away, int AskAfterMs);
