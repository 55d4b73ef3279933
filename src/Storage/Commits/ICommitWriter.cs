using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Storage.Commits;

/// <summary>
/// The one write port. A commit is applied whole or not at all, and acknowledged only when it is durable.
/// Commits that queue while another is in flight share its successor's transaction; each still stands or falls alone.
/// </summary>
public interface ICommitWriter
{
    /// <summary>
    /// Writes one commit. Never throws for an expected outcome. The queue is bounded: when it is full the answer is
    /// <see cref="CommitResult.Unavailable"/> at once. Cancelling stops the wait, not the commit.
    /// </summary>
    Task<CommitResult> Write(Commit commit, CancellationToken cancellation = default);
}
