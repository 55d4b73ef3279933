namespace PartyRealtime.Contracts.Drafting;

/// <summary>What became of an update.</summary>
public enum DraftAnswer
{
    /// <summary>Durable; or nothing in it was new, and what it says is durable.</summary>
    Saved = 1,

    /// <summary>The person may not write, or not now.</summary>
    ReadOnly = 2,

    /// <summary>Not well-formed, or above a limit. The socket is to be closed for good.</summary>
    Refused = 3,

    /// <summary>The store is away, or the draft is being closed: the socket is to be closed with a retryable code; the sender re-syncs.</summary>
    TryAgain = 4,

    /// <summary>
    /// It holds content in another person's name, or under its sender's own client id, which is another person's. The socket is to be closed for good; its client may begin anew with a
    /// document of its own.
    /// </summary>
    Foreign = 5,

    /// <summary>It brings more new client ids than one update, or one person, may have in a draft. The socket is to be closed for good.</summary>
    TooMany = 6,
}
