using PartyRealtime.Processes;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>
/// With <c>FAULT_REDIS=killed</c> in the environment, which is <c>./check redis</c>, a cluster that names no Redis has one: hints
/// go by it until its nodes run, and then it is killed for the whole run. Nodes that start later find it dead.
/// </summary>
internal sealed class KilledRedis : IAsyncDisposable
{
    private readonly RedisServer _redis;

    private KilledRedis(RedisServer redis) => _redis = redis;

    public string[] Options => ["--push", "redis", "--redis", _redis.Address];

    /// <summary>It runs; null where the suite is not told so, or the options name another one.</summary>
    public static async Task<KilledRedis?> StartIfAsked(IReadOnlyList<string> options) =>
        Environment.GetEnvironmentVariable("FAULT_REDIS") == "killed" && !options.Contains("--redis")
            ? new KilledRedis(await RedisServer.Start())
            : null;

    public Task Kill() => _redis.Kill();

    public ValueTask DisposeAsync() => _redis.DisposeAsync();
}
