using PartyRealtime.Contracts.Commands;
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
    /// Text with a NUL or half a surrogate pair is <see cref="CommitResult.Refused"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The commit breaks its own contract: a bug of the caller.</exception>
    Task<CommitResult> Write(Commit commit, CancellationToken cancellation = default);

    /// <summary>
    /// Makes sure that the command is not applied from now on, unless it already was: waits for the one in flight on
    /// this node, then writes the id as abandoned. <see cref="CommandStatus.Applied"/> when it was applied,
    /// <see cref="CommandStatus.Abandoned"/> when a late arrival will be refused, and
    /// <see cref="CommandStatus.Unknown"/> when the store could not say: ask again. Idempotent.
    /// </summary>
    Task<CommandStatus> Abandon(CommandKey key, CancellationToken cancellation = default);
}
