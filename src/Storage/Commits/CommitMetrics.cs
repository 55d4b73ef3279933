using System.Diagnostics.Metrics;
using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Storage.Commits;

/// <summary>What the writer tells operators, on the meter <c>PartyRealtime.Commits</c>.</summary>
internal sealed class CommitMetrics : IDisposable
{
    /// <summary>Up to <see cref="Intake.BatchAdmission.CommandsMax"/>.</summary>
    private static readonly InstrumentAdvice<int> Sizes = new() { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512] };

    /// <summary>Without these a histogram has steps of 5 s, in which every batch lies in the first.</summary>
    private static readonly InstrumentAdvice<double> Times = new()
    {
        HistogramBucketBoundaries = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10],
    };

    private readonly Meter meter = new("PartyRealtime.Commits");
    private readonly Histogram<int> batchSize;
    private readonly Histogram<double> batchSeconds;
    private readonly Histogram<double> lockSeconds;
    private readonly Counter<long> outcomes;
    private readonly Counter<long> splits;
    private readonly Counter<long> repeats;
    private readonly Counter<long> ended;
    private Func<int> queueLength = () => 0;

    public CommitMetrics()
    {
        batchSize = meter.CreateHistogram("commits.batch.size", "{command}", "Commands in one transaction.", null, Sizes);
        batchSeconds = meter.CreateHistogram("commits.batch.duration", "s", "From first statement to durable.", null, Times);
        lockSeconds = meter.CreateHistogram(
            "commits.locks.duration", "s", "From first statement until all locks are held and the commands decided on; PostgreSQL alone.", null, Times);
        outcomes = meter.CreateCounter<long>("commits.outcomes", "{command}", "Commands by what became of them.");
        splits = meter.CreateCounter<long>("commits.splits", "{batch}", "Batches split after a refused statement.");
        repeats = meter.CreateCounter<long>("commits.repeats", "{batch}", "Batches repeated after deadlock or lock timeout.");
        ended = meter.CreateCounter<long>("commits.sessions.ended", "{session}", "Stuck writer sessions ended by the watchdog.");
        meter.CreateObservableGauge("commits.queue.length", () => queueLength(), "{command}", "Commands waiting or in flight.");
    }

    public void Watch(Func<int> length) => queueLength = length;

    public void Batch(int commands, TimeSpan took)
    {
        batchSize.Record(commands);
        batchSeconds.Record(took.TotalSeconds);
    }

    public void Decided(TimeSpan took) => lockSeconds.Record(took.TotalSeconds);

    public void Outcome(CommitResult result) =>
        outcomes.Add(1, new KeyValuePair<string, object?>("outcome", NameOf(result)));

    public void Split() => splits.Add(1);

    public void Repeat() => repeats.Add(1);

    public void SessionsEnded(int count) => ended.Add(count);

    public void Dispose() => meter.Dispose();

    private static string NameOf(CommitResult result) => result switch
    {
        CommitResult.Committed => "committed",
        CommitResult.Replayed => "replayed",
        CommitResult.BodyDiffers => "body-differs",
        CommitResult.Abandoned => "abandoned",
        CommitResult.PositionLost => "position-lost",
        CommitResult.Refused => "refused",
        CommitResult.Unavailable => "unavailable",
        _ => "unknown",
    };
}
