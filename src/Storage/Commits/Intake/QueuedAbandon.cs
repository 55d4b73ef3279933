using PartyRealtime.Contracts.Commands;

namespace PartyRealtime.Storage.Commits.Intake;

/// <summary>A command id to be written as abandoned.</summary>
internal sealed class QueuedAbandon(CommandKey key) : QueuedWork
{
    private readonly TaskCompletionSource<CommandStatus> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CommandKey Key { get; } = key;

    public Task<CommandStatus> Answer => answer.Task;

    public void Complete(CommandStatus status) => answer.TrySetResult(status);
}
