using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Storage.Commits.Rows;

namespace PartyRealtime.Storage.Commits.Intake;

/// <summary>
/// A commit in the queue, with what can be computed before its turn: made on the caller's thread, so that the writer
/// only writes.
/// </summary>
internal sealed class QueuedCommit : QueuedWork
{
    private readonly TaskCompletionSource<CommitResult> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public QueuedCommit(Commit commit)
    {
        Commit = commit;
        Cause = Activity.Current?.Context ?? default;
        RowKeys = new RowKey[commit.Rows.Length];
        for (var i = 0; i < RowKeys.Length; i++)
            RowKeys[i] = RowTables.Of(commit.Rows[i]).KeyOf(commit.Rows[i]);

        PayloadHashes = new byte[commit.Appends.Length][][];
        for (var i = 0; i < PayloadHashes.Length; i++)
            PayloadHashes[i] = [.. commit.Appends[i].Facts.Select(fact => SHA256.HashData(Encoding.UTF8.GetBytes(fact.Payload)))];

        Weight = commit.Appends.Sum(append => append.Facts.Length) + commit.Rows.Length + commit.Inbox.Length;
        Bytes = RowKeys.Zip(commit.Rows, (key, row) => key.Table.BytesOf(row)).Sum();
    }

    public Commit Commit { get; }

    /// <summary>The span that the command came from; default where nothing is traced.</summary>
    public ActivityContext Cause { get; }

    /// <summary>The identity of each of the commit's rows, in their order.</summary>
    public RowKey[] RowKeys { get; }

    /// <summary>SHA-256 of each payload, by append and fact.</summary>
    public byte[][][] PayloadHashes { get; }

    /// <summary>Rows that it writes, for the bound of a batch.</summary>
    public int Weight { get; }

    /// <summary>Bytes in the binary columns of its rows, for the bound of a batch.</summary>
    public long Bytes { get; }

    /// <summary>When the writer first found a row that it needs held by somebody else; null when it never did.</summary>
    public long? HeldSince { get; set; }

    public Task<CommitResult> Answer => answer.Task;

    public void Complete(CommitResult result) => answer.TrySetResult(result);
}
