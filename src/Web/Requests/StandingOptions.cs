namespace PartyRealtime.Web.Requests;

/// <summary>The bound of connections that stay open on one node.</summary>
public sealed class StandingOptions
{
    /// <summary>Connections at most, of all kinds together, within what the file-descriptor limit allows; 0 takes that.</summary>
    public int ConnectionsMax { get; set; }
}
