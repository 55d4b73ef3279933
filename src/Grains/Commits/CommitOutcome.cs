using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Grains.Commits;

/// <summary>The one place where what became of a commit turns into what the sender is told.</summary>
public static class CommitOutcome
{
    /// <summary>The parameter of a refusal that says after how many milliseconds the same command may be sent again.</summary>
    public const string RetryAfterMs = "retryAfterMs";

    /// <summary>
    /// Committed and replayed give the same receipt. A lost position and a failed guard are one answer: somebody else
    /// changed it meanwhile. Only <see cref="CommitResult.Unknown"/> leaves open whether the command was applied.
    /// </summary>
    public static Outcome<Receipt> ToOutcome(CommitResult result) => result switch
    {
        CommitResult.Committed committed => committed.Receipt,
        CommitResult.Replayed replayed => replayed.Receipt,
        CommitResult.BodyDiffers => RefusalCode.CommandIdReused,
        CommitResult.Abandoned => RefusalCode.CommandAbandoned,
        CommitResult.PositionLost => RefusalCode.ChangedMeanwhile,
        CommitResult.Refused => RefusalCode.ChangedMeanwhile,
        CommitResult.Unavailable { Why: CommitResult.Unavailable.QueueFull } full => Later(RefusalCode.Busy, full.RetryAfter),
        CommitResult.Unavailable unavailable => Later(RefusalCode.Unavailable, unavailable.RetryAfter),
        CommitResult.Unknown => RefusalCode.UnknownOutcome,
        _ => throw new UnreachableException(result.GetType().Name),
    };

    private static Refusal Later(RefusalCode code, TimeSpan retryAfter) =>
        new(code, Params: ImmutableDictionary<string, string>.Empty.Add(
            RetryAfterMs,
            ((long)Math.Ceiling(retryAfter.TotalMilliseconds)).ToString(CultureInfo.InvariantCulture)));
}
