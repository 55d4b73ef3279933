namespace PartyRealtime.Web.Live;

/// <summary>
/// Tells every connection that the node stops, and when to come back: each at a moment of its own. In a cluster the node,
/// which is not ready from the moment it is told to stop, first serves on until whoever sends people here has seen that. Registered after
/// SignalR's own end, which therefore runs later and closes the connections.
/// </summary>
internal sealed class Farewell(
    LiveMap map, LiveOptions options, IHostApplicationLifetime lifetime, TimeProvider time) : IHostedService
{
    /// <summary>How long the stop waits for connections that do not take the message.</summary>
    private static readonly TimeSpan SendingMax = TimeSpan.FromSeconds(1);

    /// <summary>A write ends when the message is in the connection's pipe; this is the transport's time to send it.</summary>
    private static readonly TimeSpan Leaving = TimeSpan.FromMilliseconds(250);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // The end of the callback is the beginning of SignalR's: it has to wait here.
        lifetime.ApplicationStopping.Register(() => Leave().GetAwaiter().GetResult());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task Leave()
    {
        await Task.Delay(options.LeavingNotice, time);
        await Say();
    }

    private async Task Say()
    {
        if (map.Connections == 0)
            return;
        var told = Task.WhenAll(map.All.Select(Tell));
        await Task.WhenAny(told, Task.Delay(SendingMax, time));
        await Task.Delay(Leaving, time);
    }

    private Task Tell(LiveConnection connection) => connection.SayLeaving(Random.Shared.NextDouble() * options.ReconnectSpread);
}
