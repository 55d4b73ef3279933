using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Storage.Commits;

namespace PartyRealtime.UnitTests.Drafting;

/// <summary>A writer whose commits wait for the test's answer.</summary>
internal sealed class HeldWriter : ICommitWriter
{
    private readonly Queue<TaskCompletionSource<CommitResult>> answers = new();

    public List<Commit> Commits { get; } = [];

    public int InFlight => answers.Count;

    public Task<CommitResult> Write(Commit commit, CancellationToken cancellation = default)
    {
        Commits.Add(commit);
        var answer = new TaskCompletionSource<CommitResult>();
        answers.Enqueue(answer);
        return answer.Task;
    }

    public void Answer(CommitResult result) => answers.Dequeue().SetResult(result);

    public void Commit() => Answer(new CommitResult.Committed(new Receipt(null, default, 0, 0, default), []));

    public Task<CommandStatus> Abandon(CommandKey key, CancellationToken cancellation = default) =>
        throw new NotSupportedException();
}
