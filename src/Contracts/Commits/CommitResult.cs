using System.Collections.Immutable;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Streams;

namespace PartyRealtime.Contracts.Commits;

/// <summary>What became of a commit. Everything but <see cref="Unknown"/> is definite.</summary>
public abstract record CommitResult
{
    private CommitResult()
    {
    }

    /// <summary>Applied and durable.</summary>
    public sealed record Committed(Receipt Receipt, ImmutableArray<CommittedInboxChange> Inbox) : CommitResult;

    /// <summary>The command was applied before; this is the stored answer. Nothing was written now.</summary>
    public sealed record Replayed(Receipt Receipt) : CommitResult;

    /// <summary>The command id was used with another body. Nothing was written.</summary>
    public sealed record BodyDiffers : CommitResult;

    /// <summary>The command id was written as abandoned by a status question; a late arrival is refused.</summary>
    public sealed record Abandoned : CommitResult;

    /// <summary>A stream's head was not where the decision expected it: reload, decide once more. Nothing was written.</summary>
    public sealed record PositionLost(StreamId Stream) : CommitResult;

    /// <summary>A guard of a row or item failed, or the database refused the statement. Nothing was written.</summary>
    /// <param name="Guard">The name of the guard or constraint, for the log; never for a person.</param>
    public sealed record Refused(string Guard) : CommitResult;

    /// <summary>The writer did not take the command (queue full, database away, disk full). Nothing was written.</summary>
    public sealed record Unavailable(string Why, TimeSpan RetryAfter) : CommitResult
    {
        /// <summary>The reason of a writer that works, but has all it can take.</summary>
        public const string QueueFull = "queue full";
    }

    /// <summary>The connection was lost in mid-commit: send the same command again under the same id.</summary>
    public sealed record Unknown : CommitResult;
}
