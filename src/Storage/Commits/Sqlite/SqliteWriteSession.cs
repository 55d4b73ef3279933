using Microsoft.Data.Sqlite;
using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Storage.Commits.Intake;

namespace PartyRealtime.Storage.Commits.Sqlite;

/// <summary>
/// The write connection with its prepared statements. Between <see cref="Begin"/> and <see cref="Commit"/> commands
/// are applied one by one, each whole or not at all. A session that failed in mid-transaction is disposed, not reused.
/// </summary>
internal sealed class SqliteWriteSession : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly TimeProvider clock;
    private readonly SqliteFacts facts;
    private readonly SqliteRegister register;
    private readonly SqliteRows rows;
    private readonly SqliteInbox inbox;
    private readonly SqliteSweep sweep;
    private readonly SqliteStatement[] control;
    private readonly SqliteStatement begin;
    private readonly SqliteStatement commit;
    private readonly SqliteStatement savepoint;
    private readonly SqliteStatement release;
    private readonly SqliteStatement undo;

    public SqliteWriteSession(SqliteConnection connection, TimeProvider clock)
    {
        this.connection = connection;
        this.clock = clock;
        facts = new SqliteFacts(connection);
        register = new SqliteRegister(connection);
        rows = new SqliteRows(connection);
        inbox = new SqliteInbox(connection);
        sweep = new SqliteSweep(connection);
        control =
        [
            begin = new SqliteStatement(connection, "BEGIN IMMEDIATE", 0),
            commit = new SqliteStatement(connection, "COMMIT", 0),
            savepoint = new SqliteStatement(connection, "SAVEPOINT command", 0),
            release = new SqliteStatement(connection, "RELEASE command", 0),
            undo = new SqliteStatement(connection, "ROLLBACK TO command", 0),
        ];
    }

    public void Begin() => begin.Execute();

    public void Commit() => commit.Execute();

    public CommandStatus Abandon(CommandKey key) =>
        facts.Abandon(key, clock.GetUtcNow().ToUnixTimeMilliseconds());

    public Swept Sweep(SweepKind kind, long beforeMs) => sweep.Sweep(kind, beforeMs);

    /// <summary>Applies one command inside the transaction. Throws when the transaction itself cannot go on.</summary>
    public CommitResult Apply(QueuedCommit queued)
    {
        var wanted = queued.Commit;
        if (wanted.Claim is { } claim && facts.Claimed(claim) is { } answered)
            return answered;
        if (facts.Lost(wanted) is { } lost)
            return new CommitResult.PositionLost(lost);

        savepoint.Execute();
        CommitResult result;
        try
        {
            result = Effect(queued);
        }
        catch (SqliteException error) when (SqliteErrors.OnlyTheCommand(error))
        {
            result = new CommitResult.Refused(error.Message);
        }

        if (result is CommitResult.Refused)
            undo.Execute();
        release.Execute();
        return result;
    }

    public void Dispose()
    {
        facts.Dispose();
        register.Dispose();
        rows.Dispose();
        inbox.Dispose();
        sweep.Dispose();
        foreach (var statement in control)
            statement.Dispose();
        connection.Dispose();
    }

    private CommitResult Effect(QueuedCommit queued)
    {
        var wanted = queued.Commit;
        var now = clock.GetUtcNow();
        var atMs = now.ToUnixTimeMilliseconds();
        var taken = wanted.Take is { } take ? register.Take(take, CommitClock.DayOf(now), atMs) : null;
        facts.Append(queued, taken, atMs);
        if (rows.Write(wanted, taken) is { } guard)
            return new CommitResult.Refused(guard);

        var changes = new CommittedInboxChange[wanted.Inbox.Length];
        for (var i = 0; i < changes.Length; i++)
        {
            if (inbox.Apply(wanted.Inbox[i], atMs) is not { } change)
                return new CommitResult.Refused("inbox_item:" + wanted.Inbox[i].Kind);
            changes[i] = change;
        }

        var receipt = Receipts.Of(wanted, atMs, taken);
        if (wanted.Claim is { } claim)
            facts.Claim(claim, receipt, atMs);
        return new CommitResult.Committed(receipt, [.. changes]);
    }
}
