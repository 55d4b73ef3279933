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
    Serializer<ImmutableArray<PushEnvelope>> serializer, TimeProvider time, ILogger<RedisLink> logger)
    : INodeLink, IHostedService, IAsyncDisposable
{
    /// <summary>After a failure the calls between silos are taken for so long.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private ConnectionMultiplexer? _redis;
    private long _failedAt;
    private bool _failed;

    public async Task Send(SiloAddress node, ImmutableArray<PushEnvelope> hints)
    {
        if (!await Published(node, hints))
            await orleans.Send(node, hints);
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var options = ConfigurationOptions.Parse(cluster.Redis!);
        // A node starts without Redis, and subscribes when it comes.
        options.AbortOnConnectFail = false;
        options.ConnectTimeout = 1_000;
        options.AsyncTimeout = 1_000;
        options.ClientName = cluster.Node;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        _redis = await ConnectionMultiplexer.ConnectAsync(options);
        _ = Subscribe(_redis);
    }

    public async Task StopAsync(CancellationToken cancellationToken) => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        if (_redis is not { } redis)
            return;
        _redis = null;
        await redis.DisposeAsync();
    }

    private async Task Subscribe(ConnectionMultiplexer redis)
    {
        while (_redis == redis)
        {
            try
            {
                await redis.GetSubscriber().SubscribeAsync(Channel(self.SiloAddress), (_, message) => Take(message));
                return;
            }
            catch (RedisException)
            {
                await Task.Delay(Pause, time);
            }
        }
    }

    private async Task<bool> Published(SiloAddress node, ImmutableArray<PushEnvelope> hints)
    {
        if (_redis is not { IsConnected: true } redis || (_failed && time.GetElapsedTime(_failedAt) < Pause))
            return false;
        try
        {
            var receivers = await redis.GetSubscriber().PublishAsync(Channel(node), serializer.SerializeToArray(hints));
            _failed = false;
            return receivers > 0;
        }
        catch (Exception failure) when (failure is RedisException or TimeoutException or ObjectDisposedException)
        {
            (_failed, _failedAt) = (true, time.GetTimestamp());
            RedisAway(failure.GetType().Name);
            return false;
        }
    }

    private void Take(RedisValue message)
    {
        try
        {
            foreach (var hint in serializer.Deserialize((byte[])message!))
                here.Publish(hint);
        }
        catch (Exception failure)
        {
            // Something else writes to our channel, or a newer node: a hint less, which the poll of heads finds.
            NotUnderstood(failure.GetType().Name);
        }
    }

    private RedisChannel Channel(SiloAddress node) =>
        RedisChannel.Literal($"partyrealtime:{cluster.Name}:push:{node.ToParsableString()}");

    [LoggerMessage(7001, LogLevel.Warning, "Redis is away ({Error}): hints go by the calls between silos")]
    private partial void RedisAway(string error);

    [LoggerMessage(7002, LogLevel.Warning, "A message on this node's channel could not be read: {Error}")]
    private partial void NotUnderstood(string error);
}
