using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Storage.Commits;
using PartyRealtime.WireTests.Nodes;

namespace PartyRealtime.WireTests.BadInput;

/// <summary>A node's own writer with a bug beside some of its commits.</summary>
internal sealed class BreakingWriter(ICommitWriter writer, Func<Commit, bool> breaks, bool afterwards) : ICommitWriter
{
    /// <param name="breaks">Which commits.</param>
    /// <param name="afterwards">Once they are durable, or before.</param>
    public static Action<IServiceCollection> Wire(Func<Commit, bool> breaks, bool afterwards) =>
        services => WriterWiring.Before(services, writer => new BreakingWriter(writer, breaks, afterwards));

    public async Task<CommitResult> Write(Commit commit, CancellationToken cancellation = default)
    {
        if (!breaks(commit))
            return await writer.Write(commit, cancellation);
        if (afterwards)
            await writer.Write(commit, cancellation);
        throw new InvalidOperationException("A bug.");
    }

    public Task<CommandStatus> Abandon(CommandKey key, CancellationToken cancellation = default) => writer.Abandon(key, cancellation);
}
