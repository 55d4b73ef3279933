namespace PartyRealtime.Web.Drafting;

/// <summary>
/// Why a socket is closed, with the code of its close frame (RFC 6455, 7.4.2: 4000-4999 are an application's own). Codes from
/// 4400 to 4499 are final: the same client must not try again as it is. After all others it comes back and re-syncs.
/// </summary>
internal readonly record struct DraftClose(int Code, string Reason)
{
    private const int FinalFrom = 4_400;
    private const int FinalTo = 4_499;

    /// <summary>A frame that cannot be read, or an update that no honest client makes.</summary>
    public static readonly DraftClose Malformed = new(4_400, "malformed");

    /// <summary>The ticket is unknown, used or expired, or the session behind it has ended.</summary>
    public static readonly DraftClose TicketRefused = new(4_401, "ticketRefused");

    /// <summary>The draft does not exist or may not be seen.</summary>
    public static readonly DraftClose NotInScope = new(4_403, "notInScope");

    /// <summary>
    /// Text in the name of a client id that is another person's: somebody was first to use it, or the text is of data that a
    /// restore has taken back. With a new document the same person may go on.
    /// </summary>
    public static readonly DraftClose Foreign = new(4_409, "foreign");

    /// <summary>A frame above <see cref="Yjs.Protocols.FrameLimits"/>.</summary>
    public static readonly DraftClose TooLarge = new(4_413, "tooLarge");

    /// <summary>More drafts, or more failed tickets, than one socket may have; or more new client ids than an update or a person may.</summary>
    public static readonly DraftClose TooMany = new(4_429, "tooMany");

    /// <summary>The other side has closed, or its connection is gone.</summary>
    public static readonly DraftClose Gone = new(1_000, "");

    /// <summary>The draft is to be opened anew: other rights, another state, a lost relay.</summary>
    public static readonly DraftClose Reopen = new(4_500, "reopen");

    /// <summary>The node stops, or is at its limit.</summary>
    public static readonly DraftClose Leaving = new(4_503, "leaving");

    /// <summary>The store or the draft's grain did not answer; what was sent may not be saved.</summary>
    public static readonly DraftClose Unavailable = new(4_504, "unavailable");

    /// <summary>The client takes what it is sent too slowly.</summary>
    public static readonly DraftClose TooSlow = new(4_508, "tooSlow");

    /// <summary>
    /// No draft was open on the socket for too long, or it sent too much before it had shown a ticket. Not final: whoever waits
    /// for a ticket, and types meanwhile, comes back and sends the same again behind it.
    /// </summary>
    public static readonly DraftClose Unopened = new(4_510, "unopened");

    public bool IsFinal => Code is >= FinalFrom and <= FinalTo;
}
