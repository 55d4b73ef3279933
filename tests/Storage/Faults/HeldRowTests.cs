using System.Diagnostics;
using Npgsql;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Streams;
using PartyRealtime.Storage.Commits.Intake;
using PartyRealtime.Storage.Commits.PostgreSql;
using PartyRealtime.StorageTests.Commits;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Faults;

/// <summary>Rows that a foreign session holds: who needs them waits beside the lane, everybody else goes on.</summary>
[Trait("Needs", "PostgreSql")]
public sealed class HeldRowTests(PostgreSqlServer server)
{
    private const int Streams = 50;

    private const int TriesMax = 3;

    /// <summary>So long who needs a held row is left waiting beside the lane, before it is told to come again.</summary>
    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(8);

    /// <summary>Less than the writers' patience with a lock.</summary>
    private static readonly TimeSpan Holding = TimeSpan.FromMilliseconds(200);

    private long _heldAt;

    [Fact]
    public Task Only_the_streams_that_are_held_wait_and_those_behind_them_keep_their_order() => Patiently(async () =>
    {
        await using var database = new PostgreSqlDatabase(server);
        var node = await database.Node();
        var streams = Enumerable.Range(0, Streams).Select(_ => Make.NewStream()).ToList();
        await Task.WhenAll(streams.Select(stream => node.Apply(Make.Append(stream, 0))));
        await using var holder = await Hold(database, $"SELECT 1 FROM stream_head WHERE stream = '{streams[0].Value}' FOR UPDATE");

        var held = node.Write(Make.Append(streams[0], 1));
        var behind = node.Write(Make.Append(streams[0], 2));
        await Task.WhenAll(streams.Skip(1).Select(stream => node.Apply(Make.Append(stream, 1))));
        await Task.WhenAll(streams.Skip(1).Select(stream => node.Apply(Make.Append(stream, 2))));

        Assert.False(held.IsCompleted || behind.IsCompleted);
        await holder.CloseAsync();
        Assert.IsType<CommitResult.Committed>(await held);
        Assert.IsType<CommitResult.Committed>(await behind);
    });

    [Fact]
    public Task A_register_and_an_inbox_that_are_held_keep_nobody_else_waiting() => Patiently(async () =>
    {
        await using var database = new PostgreSqlDatabase(server);
        var node = await database.Node();
        await node.Apply(Make.Seats(Make.Desk.Value, Make.Post.Value));
        await node.Apply(Registers.Number(Registers.NewDocument(), 0, series: "out:1:CT:open"));
        await using var holder = await Hold(
            database, "SELECT 1 FROM register FOR UPDATE; SELECT 1 FROM inbox_head WHERE seat_id = 501 FOR UPDATE");

        var number = node.Write(Registers.Number(Registers.NewDocument(), 0, series: "out:1:CT:open"));
        var note = node.Write(Make.Note(Make.Key(), Make.Desk));
        await node.Apply(Make.Note(Make.Key(), Make.Post));
        await node.Apply(Registers.Number(Registers.NewDocument(), 0, series: "out:2:CT:open"));

        Assert.False(number.IsCompleted || note.IsCompleted);
        await holder.CloseAsync();
        Assert.Equal(2, Assert.IsType<CommitResult.Committed>(await number).Receipt.Number);
        Assert.IsType<CommitResult.Committed>(await note);
    });

    [Fact]
    public async Task Operators_are_told_how_long_a_batch_waited_for_its_locks()
    {
        await using var database = new PostgreSqlDatabase(server);
        var node = await database.Node();
        var (taken, free) = (Make.NewStream(), Make.NewStream());
        foreach (var stream in new[] { taken, free })
            await node.Apply(Make.Append(stream, 0));
        // The writer's own: nothing else writes by now.
        var session = node.Service<PostgreSqlWriteSession>();
        // On a busy machine the writer may lose its patience before it is let go; then it is held once more.
        var outcome = await HeldFor(database, node, session, taken);
        for (var again = 0; again < 10 && outcome is not BatchOutcome.Done; again++)
            outcome = await HeldFor(database, node, session, taken);
        var held = ((BatchOutcome.Done)outcome).Decided;
        var atOnce = new List<TimeSpan>();
        for (var position = 1; position <= 5; position++)
            atOnce.Add(Assert.IsType<BatchOutcome.Done>(await session.Execute([new QueuedCommit(Make.Append(free, position))])).Decided);

        Assert.InRange(held, Holding, TimeSpan.MaxValue);
        Assert.InRange(atOnce.Min(), TimeSpan.FromTicks(1), held);
    }

    /// <summary>Tries again what failed while a row was held for longer than anybody waits for it: only a slow machine holds it so long.</summary>
    private async Task Patiently(Func<Task> promise)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await promise();
                return;
            }
            catch (Xunit.Sdk.XunitException) when (tries < TriesMax && Stopwatch.GetElapsedTime(_heldAt) > WaitMax)
            {
                // With another database.
            }
        }
    }

    /// <summary>What becomes of a write whose row is held for a while from when it waits.</summary>
    private async Task<BatchOutcome> HeldFor(PostgreSqlDatabase database, TestNode node, PostgreSqlWriteSession session, StreamId taken)
    {
        await using var holder = await Hold(database, $"SELECT 1 FROM stream_head WHERE stream = '{taken.Value}' FOR UPDATE");
        var waiting = session.Execute([new QueuedCommit(Make.Append(taken, 1))]);
        while (!waiting.IsCompleted && (await node.Rows<long>("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"))[0] == 0)
        {
        }

        // A timer counts in whole milliseconds and may come one early.
        using (var held = new PeriodicTimer(Holding + TimeSpan.FromMilliseconds(5)))
            await held.WaitForNextTickAsync();
        await holder.CloseAsync();
        return await waiting;
    }

    private async Task<NpgsqlConnection> Hold(PostgreSqlDatabase database, string sql)
    {
        var holder = new NpgsqlConnection(database.Text);
        await holder.OpenAsync();
        await using var hold = new NpgsqlCommand("BEGIN; " + sql, holder);
        await hold.ExecuteNonQueryAsync();
        _heldAt = Stopwatch.GetTimestamp();
        return holder;
    }
}
