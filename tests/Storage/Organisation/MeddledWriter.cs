using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Storage.Commits;

namespace PartyRealtime.StorageTests.Organisation;

/// <summary>Lets something happen between a decision and its writing.</summary>
internal sealed class MeddledWriter(ICommitWriter writer, Func<Commit, Task> before) : ICommitWriter
{
    public async Task<CommitResult> Write(Commit commit, CancellationToken cancellation = default)
    {
        await before(commit);
        return await writer.Write(commit, cancellation);
    }

    public Task<CommandStatus> Abandon(CommandKey key, CancellationToken cancellation = default) =>
        writer.Abandon(key, cancellation);
}
