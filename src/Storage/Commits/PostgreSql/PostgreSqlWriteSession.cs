using System.Diagnostics;
using Npgsql;
using PartyRealtime.Contracts.Commands;
using PartyRealtime.Storage.Commits.Intake;
using PartyRealtime.Storage.Schema;

namespace PartyRealtime.Storage.Commits.PostgreSql;

/// <summary>
/// The writer's one connection: opened when it is needed, opened anew after it broke. A batch is one round trip and
/// one implicit transaction.
/// </summary>
internal sealed class PostgreSqlWriteSession(PostgreSqlSources sources, PostgreSqlMigrator migrator, TimeProvider clock)
    : IAsyncDisposable
{
    /// <summary>After a failed attempt to connect, commands are refused at once for this long.</summary>
    private static readonly TimeSpan ConnectPause = TimeSpan.FromMilliseconds(500);

    private NpgsqlConnection? connection;
    private long failedAt;
    private bool failed;

    /// <summary>The error behind the last outcome that was not Done; for the log.</summary>
    public Exception? LastError { get; private set; }

    /// <summary>Connects ahead of the first command; a failure shows with it.</summary>
    public async Task Warm() => await Open();

    public async Task<BatchOutcome> Execute(IReadOnlyList<QueuedCommit> batch)
    {
        if (await Open() is not { } open)
            return new BatchOutcome.Unavailable("database away");

        var answers = new BatchAnswers(batch);
        try
        {
            await Send(open, BatchStatements.Of(batch, answers));
            return new BatchOutcome.Done(answers.Results(), answers.Decided);
        }
        catch (Exception error) when (PostgreSqlErrors.IsOfTheDatabase(error))
        {
            return await Failed(PostgreSqlErrors.Outcome(error), error);
        }
    }

    /// <summary>Writes ids as abandoned where they are free; what each stands for now, as far as that is known.</summary>
    public async Task<IReadOnlyDictionary<CommandKey, CommandStatus>> Abandon(IReadOnlyCollection<CommandKey> keys)
    {
        var found = new Dictionary<CommandKey, CommandStatus>();
        return await Try(AbandonStatements.Of(keys, found)) ? found : new Dictionary<CommandKey, CommandStatus>();
    }

    /// <summary>The places of those commands whose rows somebody else holds now; none when that is not known.</summary>
    public async Task<IReadOnlySet<int>> Held(IReadOnlyList<QueuedCommit> batch)
    {
        var held = new HashSet<int>();
        return await Try(HeldStatements.Of(batch, at => held.Add(at))) ? held : new HashSet<int>();
    }

    /// <summary>Forgets some rows older than the instant; nothing when that is not known.</summary>
    public async Task<Swept> Sweep(SweepKind kind, long beforeMs)
    {
        var swept = Swept.None;
        return await Try([SweepStatement.Of(kind, beforeMs, found => swept = found)]) ? swept : Swept.None;
    }

    public async ValueTask DisposeAsync() => await Close();

    private static async Task Send(NpgsqlConnection open, IEnumerable<WriterStatement> statements)
    {
        await using var batch = new NpgsqlBatch(open);
        var onRows = new List<Action<NpgsqlDataReader>>();
        foreach (var statement in statements)
        {
            var command = new NpgsqlBatchCommand(statement.Text);
            foreach (var argument in statement.Arguments)
                command.Parameters.Add(new NpgsqlParameter { Value = argument });
            batch.BatchCommands.Add(command);
            if (statement.OnRow is { } onRow)
                onRows.Add(onRow);
        }

        await using var reader = await batch.ExecuteReaderAsync();
        foreach (var onRow in onRows)
        {
            while (await reader.ReadAsync())
                onRow(reader);
            await reader.NextResultAsync();
        }

        // Durable only now: the last step waits for the answer to the commit.
        await reader.CloseAsync();
    }

    private async Task<bool> Try(IEnumerable<WriterStatement> statements)
    {
        if (await Open() is not { } open)
            return false;
        try
        {
            await Send(open, statements);
            return true;
        }
        catch (Exception error) when (PostgreSqlErrors.IsOfTheDatabase(error))
        {
            await Failed(PostgreSqlErrors.Outcome(error), error);
            return false;
        }
    }

    /// <summary>
    /// The connection, opened where there is none; null when it cannot be had now. Whatever hinders that, such as a data folder
    /// that takes no new epoch, must not end the writer's loop: every command behind it would wait for ever.
    /// </summary>

    private async Task<NpgsqlConnection?> Open()
    {
        if (connection is { FullState: System.Data.ConnectionState.Open })
            return connection;
        await Close();
        if (failed && clock.GetElapsedTime(failedAt) < ConnectPause)
            return null;

        var opening = new NpgsqlConnection(sources.Writer);
        try
        {
            await opening.OpenAsync();
            migrator.Confirm(opening);
            failed = false;
            return connection = opening;
        }
        catch (Exception error)
        {
            await opening.DisposeAsync();
            LastError = error;
            failed = true;
            failedAt = clock.GetTimestamp();
            return null;
        }
    }

    private async Task<BatchOutcome> Failed(BatchOutcome outcome, Exception error)
    {
        LastError = error;
        if (outcome is BatchOutcome.Lost)
            await Close();
        return outcome;
    }

    private async Task Close()
    {
        if (connection is not { } closing)
            return;
        connection = null;
        try
        {
            await closing.DisposeAsync();
        }
        catch (Exception error) when (error is NpgsqlException or IOException)
        {
            Debug.WriteLine(error.Message);
        }
    }
}
