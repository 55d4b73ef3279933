namespace PartyRealtime.Silo.Hosting;

/// <summary>How a node's process ends: when it was told to stop, or by itself.</summary>
public sealed partial class NodeEnd(IHostApplicationLifetime lifetime, ILogger<NodeEnd> log)
{
    /// <summary>
    /// From being told to stop to the end of the process: 2 s of notice, 1.25 s of farewell and 10 s for what runs, and a
    /// little; the process is to be gone within 15 s on a busy machine too. What still waits then, as Orleans does for the
    /// table of members while the database is away, is cut off, as a kill would.
    /// </summary>
    private static readonly TimeSpan StopMax = TimeSpan.FromSeconds(13.5);

    /// <summary>The log's own thread writes it; the process is not gone before.</summary>
    private static readonly TimeSpan LogMax = TimeSpan.FromMilliseconds(250);

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
        try
        {
            await node.WaitForShutdownAsync();
        }
        catch (Exception broken)
        {
            Broken(log, broken);
            return HasBroken(node) ? ExitCode.Failed : ExitCode.CutOff;
        }

        return _hasGivenUp || HasBroken(node) ? ExitCode.Failed : ExitCode.Done;
    }

    /// <summary>A part that ended by an error has stopped the node, and nobody told it to.</summary>
    internal static bool HasBroken(IHost node) =>
        node.Services.GetServices<IHostedService>().OfType<BackgroundService>().Any(part => part.ExecuteTask is { IsFaulted: true });

    private void Told()
    {
        if (_hasGivenUp)
            Environment.Exit(ExitCode.Failed);
        // A thread of its own: what does not end may hold all the others.
        new Thread(CutOff) { IsBackground = true }.Start();
    }

    private void CutOff()
    {
        Thread.Sleep(StopMax);
        NotEnded(log, StopMax.TotalSeconds);
        Thread.Sleep(LogMax);
        Environment.Exit(ExitCode.CutOff);
    }

    [LoggerMessage(5311, LogLevel.Warning, "Told to stop, this node had not ended after {Seconds} s and is cut off: what still waited ends as with a kill.")]
    private static partial void NotEnded(ILogger log, double seconds);

    [LoggerMessage(5312, LogLevel.Warning, "Told to stop, this node did not end all of its parts in order.")]
    private static partial void Broken(ILogger log, Exception broken);
}
