using PartyRealtime.Contracts.Live;

namespace PartyRealtime.Web.Live;

/// <summary>
/// Tells every connection that the node stops, and when to come back: each at a moment of its own. Registered after
/// SignalR's own end, which therefore runs later and closes the connections.
/// </summary>
internal sealed class Farewell(LiveMap map, LiveOptions options, IHostApplicationLifetime lifetime) : IHostedService
{
    /// <summary>How long the stop waits for the messages to leave.</summary>
    private static readonly TimeSpan SendingMax = TimeSpan.FromSeconds(1);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStopping.Register(() => Task.WaitAny(Say(), Task.Delay(SendingMax, CancellationToken.None)));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Task Say() => Task.WhenAll(map.All.Select(async connection =>
    {
        try
        {
            var after = Random.Shared.Next((int)options.ReconnectSpread.TotalMilliseconds);
            await connection.Client.ServerLeaving(new ServerLeaving(after));
        }
        catch (Exception)
        {
            // Gone already; it comes back by its own rules.
        }
    }));
}
