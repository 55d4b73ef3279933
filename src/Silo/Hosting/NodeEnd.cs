namespace PartyRealtime.Silo.Hosting;

/// <summary>How a node's process ends: when it was told to stop, or by itself.</summary>
public sealed class NodeEnd(IHostApplicationLifetime lifetime)
{
    /// <summary>
    /// From being told to stop to the end of the process: the notice, the stop of what runs, and a little. What still waits
    /// then, as Orleans does for the table of members while the database is away, is cut off, as a kill would.
    /// </summary>
    private static readonly TimeSpan StopMax = TimeSpan.FromSeconds(14);

    private const int Stopped = 0;
    private const int GaveUp = 1;

    private volatile bool _hasGivenUp;

    /// <summary>
    /// Ends the process at once, as a kill would: whoever started it starts it again. Idempotent.
    /// </summary>
    public void GiveUp()
    {
        _hasGivenUp = true;
        lifetime.StopApplication();
    }

    /// <summary>Waits in the foreground of a started node's program until it has stopped; the exit code.</summary>
    public async Task<int> Wait(IHost node)
    {
        // Registered last, called first: whoever gives up does not say farewell.
        await using var told = lifetime.ApplicationStopping.Register(Told);
        await node.WaitForShutdownAsync();
        return _hasGivenUp ? GaveUp : Stopped;
    }

    private void Told()
    {
        if (_hasGivenUp)
            Environment.Exit(GaveUp);
        // A thread of its own: what does not end may hold all the others.
        new Thread(CutOff) { IsBackground = true }.Start();
    }

    private static void CutOff()
    {
        Thread.Sleep(StopMax);
        Environment.Exit(Stopped);
    }
}
