namespace PartyRealtime.Web.Drafting;

/// <summary>The bounds of drafting on one node.</summary>
public sealed class DraftingOptions
{
    /// <summary>Frames that may wait for one socket; one more closes it, and its client re-syncs.</summary>
    public int FramesWaitingMax { get; set; } = 1_000;

    /// <summary>Bytes that may wait for one socket when another frame comes.</summary>
    public int BytesWaitingMax { get; set; } = 4 * 1024 * 1024;

    /// <summary>How long a socket may take to close in order before it is cut.</summary>
    public TimeSpan ClosingMax { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>A socket that was sent nothing for so long is sent something: clients drop one that is silent for 30 s.</summary>
    public TimeSpan SilenceMax { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long a socket may stay on which no draft is open: nobody has said yet whose it is, and it takes a place of the node's.
    /// Clients show a ticket at once.
    /// </summary>
    public TimeSpan UnopenedMax { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Everybody's right is asked for again after this time.</summary>
    public TimeSpan ReadmitAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>A room asks at least so often whether it is known: its grain may have come up anew on another node.</summary>
    public TimeSpan PulsePeriod { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// A room passes what was written on to its draft at most once in this time for each socket in it, and what comes meanwhile
    /// goes together: the more have to be told of each letter, the more letters they are told of at once.
    /// </summary>
    public TimeSpan IntakePeriodPerSocket { get; set; } = TimeSpan.FromMicroseconds(300);

    /// <summary>However many are in a room.</summary>
    public TimeSpan IntakePeriodMax { get; set; } = TimeSpan.FromMilliseconds(30);

    /// <summary>Awareness is sent on at this period, everything that came meanwhile in one message.</summary>
    public TimeSpan AwarenessPeriod { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The shortest time between two words of one socket that are sent on; the newest word wins.</summary>
    public TimeSpan AwarenessPause { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Who is not heard of for this time is gone; clients renew their word every 15 s.</summary>
    public TimeSpan AwarenessLife { get; set; } = TimeSpan.FromSeconds(30);
}
