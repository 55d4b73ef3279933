namespace PartyRealtime.Web.Nodes;

/// <summary>The body of a drain; the node stands in the path.</summary>
/// <param name="Last">Whether the node shall stop although nobody is left to serve or to decide.</param>
internal sealed record DrainOrder(bool Last);
