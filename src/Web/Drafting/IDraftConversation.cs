namespace PartyRealtime.Web.Drafting;

/// <summary>What is spoken on one socket.</summary>
internal interface IDraftConversation
{
    /// <summary>A frame that says nothing, for a socket on which nothing was said for long. From any thread.</summary>
    byte[] KeepAlive { get; }

    /// <summary>How long no draft was open on the socket; nothing while one is, or a ticket is looked at. From any thread.</summary>
    TimeSpan Unopened { get; }

    /// <summary>Handles the messages of the socket in their order until it is closed.</summary>
    Task Run(CancellationToken cancellation);

    /// <summary>Leaves every draft that is open on the socket.</summary>
    void Leave();
}
