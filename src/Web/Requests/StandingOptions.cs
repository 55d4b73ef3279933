namespace PartyRealtime.Web.Requests;

/// <summary>The bound of connections that stay open on one node.</summary>
public sealed class StandingOptions
{
    /// <summary>Connections at most, of all kinds together; 0 takes what the file-descriptor limit allows.</summary>
    public int ConnectionsMax { get; set; }
}
