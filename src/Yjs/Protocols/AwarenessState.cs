namespace PartyRealtime.Yjs.Protocols;

/// <summary>What one client says of itself at one time.</summary>
/// <param name="Clock">Rises with every word of that client.</param>
/// <param name="Json">Readable JSON; the text null says that the client is gone.</param>
public sealed record AwarenessState(long Client, long Clock, string Json)
{
    public const string Gone = "null";

    public bool IsGone => Json == Gone;

    /// <summary>Does this take the place of what is known of the client? A later word does, and that it is gone at the same time.</summary>
    public bool Replaces(AwarenessState? known) => known is null || Clock > known.Clock || (Clock == known.Clock && IsGone && !known.IsGone);
}
