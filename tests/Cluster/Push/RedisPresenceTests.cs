using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PartyRealtime.Silo.Push;

namespace PartyRealtime.ClusterTests.Push;

/// <summary>What is said of a Redis that goes and comes back.</summary>
public sealed class RedisPresenceTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Lines _log = new();
    private readonly RedisPresence _presence;

    public RedisPresenceTests() => _presence = new RedisPresence(_time, _log) { Address = "10.0.0.5:6379" };

    [Fact]
    public void That_it_is_away_is_said_once_and_that_it_is_back_once()
    {
        _presence.Answered();
        Assert.Empty(_log.All);
        _presence.Failed("no connection");
        _presence.Failed("no connection");
        Assert.Equal("Redis at 10.0.0.5:6379 is away (no connection): hints go by the calls between silos, until it is back", Assert.Single(_log.All));
        _presence.Answered();
        _presence.Answered();
        Assert.Equal("Redis at 10.0.0.5:6379 is back: hints go by it again", Assert.Single(_log.All.Skip(1)));
    }

    [Fact]
    public void After_a_failure_nobody_tries_for_a_moment()
    {
        Assert.True(_presence.IsWorthTrying);
        _presence.Failed("silence");
        Assert.False(_presence.IsWorthTrying);
        _time.Advance(RedisPresence.Pause);
        Assert.True(_presence.IsWorthTrying);
        _presence.Failed("silence");
        Assert.False(_presence.IsWorthTrying);
        _presence.Answered();
        Assert.True(_presence.IsWorthTrying);
    }

    private sealed class Lines : ILogger<RedisPresence>
    {
        public List<string> All { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Add(formatter(state, exception));
    }
}
