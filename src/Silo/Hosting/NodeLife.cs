namespace PartyRealtime.Silo.Hosting;

/// <summary>Whether the node wants more work: what its readiness says.</summary>
public sealed class NodeLife
{
    private volatile bool _leaving;

    /// <summary>The node has been told to stop: it finishes what it has and takes nothing new.</summary>
    public bool IsLeaving => _leaving;

    public void Leave() => _leaving = true;
}
