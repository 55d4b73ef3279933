namespace PartyRealtime.Web.Live;

/// <summary>The bounds of the live layer on one node.</summary>
public sealed class LiveOptions
{
    /// <summary>In this time the heads of all followed seats are compared once.</summary>
    public TimeSpan HeadsPollPeriod { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a hint is given to arrive before a head seen in the tables counts as a lost hint.</summary>
    public TimeSpan HintGrace { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The shortest time between two messages of one board.</summary>
    public TimeSpan BoardPeriodMin { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>In this time every watched board is compared once, hint or not.</summary>
    public TimeSpan BoardPollPeriod { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a node that is told to stop serves on, not ready any more, before it tells its connections: two looks of a
    /// proxy that looks every second. Nothing where nobody looks.
    /// </summary>
    public TimeSpan LeavingNotice { get; set; }

    /// <summary>On leaving, connections are told to come back within this time, each at a moment of its own.</summary>
    public TimeSpan ReconnectSpread { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>When the store went away or came back, connections are told to ask within this time, each at a moment of its own.</summary>
    public TimeSpan StoreAskSpread { get; set; } = TimeSpan.FromSeconds(2);
}
