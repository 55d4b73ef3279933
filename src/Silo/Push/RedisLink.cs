using System.Collections.Immutable;
using Orleans.Serialization;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Silo.Hosting;
using PartyRealtime.Storage.Live;
using StackExchange.Redis;

namespace PartyRealtime.Silo.Push;

/// <summary>
/// By Redis: one channel a node. While Redis is away, or the other node is not subscribed, by the calls between silos.
/// </summary>
internal sealed partial class RedisLink(
    ClusterSettings cluster, ILocalSiloDetails self, OrleansLink orleans, InProcessPushBus here,
    Serializer<ImmutableArray<PushEnvelope>> serializer, RedisPresence presence, PushMetrics metrics, ILogger<RedisLink> logger)
    : INodeLink, IHostedService, IAsyncDisposable
{
    private const int AnswerMsMax = 1_000;

    /// <summary>However long it was away: the driver's own pauses grow to a minute.</summary>
    private const int ReconnectMs = 1_000;

    private ConnectionMultiplexer? _redis;

    public async Task<PushLinkKind> Send(SiloAddress node, ImmutableArray<PushEnvelope> hints) =>
        await Published(node, hints) ? PushLinkKind.Redis : await orleans.Send(node, hints);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var options = ConfigurationOptions.Parse(cluster.Redis!);
        presence.Address = string.Join(", ", options.EndPoints);
        // A node starts without Redis, and subscribes when it comes.
        options.AbortOnConnectFail = false;
        options.ConnectTimeout = AnswerMsMax;
        options.AsyncTimeout = AnswerMsMax;
        options.ReconnectRetryPolicy = new LinearRetry(ReconnectMs);
        options.ClientName = cluster.Node;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        _redis = await ConnectionMultiplexer.ConnectAsync(options);
        if (!_redis.IsConnected)
            presence.Failed("no connection");
        // Said once and not waited for: the driver subscribes whenever it has a connection. A second time, after a failure,
        // would have every hint taken twice.
        var messages = await _redis.GetSubscriber().SubscribeAsync(Channel(self.SiloAddress), CommandFlags.FireAndForget);
        messages.OnMessage(message => Take(message.Message));
    }

    public async Task StopAsync(CancellationToken cancellationToken) => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        if (_redis is not { } redis)
            return;
        _redis = null;
        await redis.DisposeAsync();
    }

    private async Task<bool> Published(SiloAddress node, ImmutableArray<PushEnvelope> hints)
    {
        if (_redis is not { } redis || !presence.IsWorthTrying)
            return false;
        try
        {
            var receivers = await redis.GetSubscriber().PublishAsync(Channel(node), serializer.SerializeToArray(hints));
            presence.Answered();
            return receivers > 0;
        }
        catch (Exception failure) when (failure is RedisException or TimeoutException or ObjectDisposedException)
        {
            presence.Failed(failure.GetType().Name);
            return false;
        }
    }

    private void Take(RedisValue message)
    {
        try
        {
            var hints = serializer.Deserialize((byte[])message!);
            if (!hints.All(IsWhole))
                throw new InvalidDataException("A part is missing.");
            foreach (var hint in hints)
                here.Publish(hint);
        }
        catch (Exception failure)
        {
            // Something else writes to our channel, or a newer node: a hint less, which the poll of heads finds.
            metrics.Unreadable();
            NotUnderstood(failure.GetType().Name);
        }
    }

    /// <summary>What lacks a part would end the loop that all connections of the node hang on.</summary>
    private static bool IsWhole(PushEnvelope? hint) =>
        hint is { Inbox.IsDefault: false, Documents.IsDefault: false } && hint.Inbox.All(change => change is { Item: not null });

    private RedisChannel Channel(SiloAddress node) =>
        RedisChannel.Literal($"partyrealtime:{cluster.Name}:push:{node.ToParsableString()}");

    [LoggerMessage(7002, LogLevel.Warning, "A message on this node's channel could not be read: {Error}")]
    private partial void NotUnderstood(string error);
}
