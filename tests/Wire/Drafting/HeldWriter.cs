using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Storage.Commits;
using PartyRealtime.WireTests.Nodes;

namespace PartyRealtime.WireTests.Drafting;

/// <summary>The node's own writer behind a gate that a test shuts: what comes then waits in front of it.</summary>
internal sealed class HeldWriter(ICommitWriter writer) : ICommitWriter
{
    private volatile TaskCompletionSource _open = Opened();
    private TaskCompletionSource _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when a commit waits.</summary>
    public Task Waiting => _waiting.Task;

    /// <summary>Puts the gate before the writer of a node.</summary>
    public static void Wire(IServiceCollection services)
    {
        WriterWiring.Before(services, writer => new HeldWriter(writer));
        services.AddSingleton(provider => (HeldWriter)provider.GetRequiredService<ICommitWriter>());
    }

    public void Shut()
    {
        _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public void Open() => _open.TrySetResult();

    public async Task<CommitResult> Write(Commit commit, CancellationToken cancellation = default)
    {
        if (!_open.Task.IsCompleted)
            _waiting.TrySetResult();
        await _open.Task;
        return await writer.Write(commit, cancellation);
    }

    public Task<CommandStatus> Abandon(CommandKey key, CancellationToken cancellation = default) => writer.Abandon(key, cancellation);

    private static TaskCompletionSource Opened()
    {
        var opened = new TaskCompletionSource();
        opened.SetResult();
        return opened;
    }
}
