using System.Diagnostics;
using PartyRealtime.Storage.Commits.Intake;

namespace PartyRealtime.Storage.Commits;

/// <summary>
/// The writer's batches as spans: a batch stands in the trace of its first command and is linked to those of the others.
/// Nothing of a command but its number of rows goes into a span.
/// </summary>
internal static class CommitSpans
{
    /// <summary>The name under which a listener finds them.</summary>
    public const string SourceName = "PartyRealtime.Commits";

    /// <summary>A collector's own bound for links is 128; more of them say no more.</summary>
    private const int LinksMax = 128;

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>A started span, to be disposed when every command has its answer; null where nobody listens.</summary>
    public static Activity? Batch(IReadOnlyCollection<QueuedWork> batch)
    {
        if (!Source.HasListeners())
            return null;
        var commits = batch.OfType<QueuedCommit>().ToList();
        var causes = commits.Select(commit => commit.Cause).Where(cause => cause != default).Distinct().Take(LinksMax).ToList();
        if (commits.Count == 0)
            return null;
        var span = Source.CreateActivity(
            "commit batch",
            ActivityKind.Internal,
            causes.FirstOrDefault(),
            [new("commits.batch.commands", commits.Count), new("commits.batch.rows", commits.Sum(commit => commit.Weight))],
            causes.Skip(1).Select(cause => new ActivityLink(cause)));
        return span?.Start();
    }
}
