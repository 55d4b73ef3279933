namespace PartyRealtime.Web.Drafting;

/// <summary>
/// Closes every socket with a code to come back when the node stops. Added before the live layer, whose own farewell
/// therefore runs first and waits until whoever sends people here has seen that the node is not ready.
/// </summary>
internal sealed class DraftFarewell(DraftSockets sockets, DraftingOptions options, IHostApplicationLifetime lifetime, TimeProvider time) : IHostedService
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(25);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // The end of the callback is the beginning of the server's stop: it has to wait here.
        lifetime.ApplicationStopping.Register(() => Leave().GetAwaiter().GetResult());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task Leave()
    {
        var began = time.GetTimestamp();
        while (sockets.Count > 0 && time.GetElapsedTime(began) < options.ClosingMax)
        {
            sockets.CloseAll(DraftClose.Leaving);
            await Task.Delay(Look, time);
        }
    }
}
