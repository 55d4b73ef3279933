using PartyRealtime.Contracts.Commands;

namespace PartyRealtime.Storage.Commits;

/// <summary>Answers what became of a command. The key holds the asking official: nobody asks for other people's.</summary>
public interface ICommandReads
{
    /// <summary>
    /// Running when it is in flight on this node, else what the store holds. Never
    /// <see cref="CommandStatus.Abandoned"/> unless <see cref="ICommitWriter.Abandon"/> wrote it.
    /// </summary>
    Task<CommandStatus> Find(CommandKey key, CancellationToken cancellation = default);
}
