using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Storage.Commits;

namespace PartyRealtime.StorageTests.Organisation;

/// <summary>Refuses after some commits, as a store that goes away in the middle.</summary>
internal sealed class StoppingWriter(ICommitWriter writer, int commits) : ICommitWriter
{
    private int _left = commits;

    public Task<CommitResult> Write(Commit commit, CancellationToken cancellation = default) =>
        _left-- > 0 ? writer.Write(commit, cancellation) : Task.FromResult<CommitResult>(new CommitResult.Refused("test"));

    public Task<CommandStatus> Abandon(CommandKey key, CancellationToken cancellation = default) =>
        writer.Abandon(key, cancellation);
}
