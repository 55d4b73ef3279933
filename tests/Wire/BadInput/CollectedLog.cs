using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PartyRealtime.WireTests.BadInput;

/// <summary>What a node logs, from information on.</summary>
internal sealed class CollectedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text, Exception? Failure)> _lines = new();

    public IReadOnlyCollection<(LogLevel Level, string Text, Exception? Failure)> Lines => _lines;

    /// <summary>Adds itself to a node and lets it log more than it does by itself.</summary>
    public void Join(IServiceCollection services) => services.AddLogging(logging =>
    {
        logging.AddProvider(this);
        logging.SetMinimumLevel(LogLevel.Information);
    });

    public ILogger CreateLogger(string categoryName) => new Collector(_lines);

    public void Dispose()
    {
    }

    private sealed class Collector(ConcurrentQueue<(LogLevel Level, string Text, Exception? Failure)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((logLevel, formatter(state, exception), exception));
    }
}
