namespace PartyRealtime.Yjs.Structs;

/// <summary>Names one unit of content for ever: whose it is, and the how many-eth of that client's.</summary>
internal readonly record struct Id(long Client, long Clock)
{
    /// <summary>No unit at all.</summary>
    public static Id None => new(-1, 0);

    public bool IsNone => Client < 0;
}
