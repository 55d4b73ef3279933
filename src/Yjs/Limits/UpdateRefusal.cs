namespace PartyRealtime.Yjs.Limits;

/// <summary>An update that was not taken, and why.</summary>
/// <param name="Detail">For a log: figures, never content.</param>
public sealed record UpdateRefusal(UpdateRefusalCode Code, string Detail);
