using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Storage.Commits.PostgreSql;

/// <summary>What became of a batch as a whole.</summary>
internal abstract record BatchOutcome
{
    private BatchOutcome()
    {
    }

    /// <summary>Durable; every command has its answer.</summary>
    /// <param name="Decided">From the first statement until every lock was held and the decision taken.</param>
    public sealed record Done(CommitResult[] Results, TimeSpan Decided) : BatchOutcome;

    /// <summary>A statement was refused and everything rolled back: one of the commands is to blame.</summary>
    /// <param name="Guard">The constraint or assertion, for the log.</param>
    /// <param name="MayBeTwin">A unique violation: the same command may have been committed by another node just now.</param>
    public sealed record Refused(string Guard, bool MayBeTwin) : BatchOutcome;

    /// <summary>Rolled back by a deadlock or a lock timeout; nothing is wrong with the commands.</summary>
    public sealed record Contended(string Why) : BatchOutcome;

    /// <summary>Nothing was written, and nothing can be now.</summary>
    public sealed record Unavailable(string Why) : BatchOutcome;

    /// <summary>The connection was lost after sending: the batch may be durable or not.</summary>
    public sealed record Lost : BatchOutcome;
}
