namespace PartyRealtime.Contracts.Nodes;

/// <summary>How long nodes wait for each other when somebody asks how they are.</summary>
public static class NodeLimits
{
    /// <summary>A node that has not answered by then is listed as not answering; the others do not wait for it.</summary>
    public static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(1);

    /// <summary>So long a node is listed after its last word, when it is not started again.</summary>
    public static readonly TimeSpan FormerShown = TimeSpan.FromHours(24);

    /// <summary>
    /// By so much a node's time of day may be off, as after the database's clock was set. An order to stop that is older than a node's start
    /// by more than this was meant for a former process of that name.
    /// </summary>
    public static readonly TimeSpan ClocksApartMax = TimeSpan.FromMinutes(1);
}
