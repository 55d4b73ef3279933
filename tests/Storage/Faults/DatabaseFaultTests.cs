using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Storage.Hosting;
using PartyRealtime.Storage.Reading;
using PartyRealtime.Storage.Sessions;
using PartyRealtime.StorageTests.Commits;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Faults;

/// <summary>A database that is away, in the way, or full.</summary>
[Trait("Needs", "PostgreSql")]
public sealed class DatabaseFaultTests(PostgreSqlServer server)
{
    private const int ReadersAtOnce = 12;

    /// <summary>All that a node has.</summary>
    private const int ReadConnections = 24;

    private static readonly TimeSpan LookMax = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_node_that_stopped_in_mid_send_is_ended_and_the_others_go_on()
    {
        await using var database = new PostgreSqlDatabase(server);
        TestNode node = await database.Node(), other = await database.Node();
        await node.Apply(Make.Seats(Make.Desk.Value, Make.Post.Value));
        using var stopped = await StoppedWriter.Holding(server.Port, database.Name, "SELECT position FROM inbox_head WHERE seat_id = 501 FOR UPDATE");

        var note = Make.Note(Make.Key(), Make.Desk);
        var held = node.Write(note);
        await other.Apply(Make.Note(Make.Key(), Make.Post));
        await stopped.Ended();

        var answer = await held;
        // On a busy machine it may lose its patience before the other is ended; then it is told to come again.
        for (var again = 0; again < 10 && answer is CommitResult.Unavailable; again++)
            answer = await node.Write(note);
        Assert.IsType<CommitResult.Committed>(answer);
    }

    [Fact]
    public async Task A_head_held_for_good_refuses_only_those_who_need_it()
    {
        await using var database = new PostgreSqlDatabase(server);
        var node = await database.Node();
        await node.Apply(Make.Seats(Make.Desk.Value, Make.Post.Value));
        await using var holder = new NpgsqlConnection(database.Text);
        await holder.OpenAsync();
        await using var hold = new NpgsqlCommand("BEGIN; SELECT 1 FROM inbox_head WHERE seat_id = 501 FOR UPDATE", holder);
        await hold.ExecuteNonQueryAsync();

        var answers = await Task.WhenAll(
            node.Write(Make.Note(Make.Key(), Make.Desk)),
            node.Write(Make.Note(Make.Key(), Make.Post)));

        Assert.IsType<CommitResult.Unavailable>(answers[0]);
        Assert.IsType<CommitResult.Committed>(answers[1]);
    }

    [Fact]
    public async Task A_database_that_is_away_is_said_and_found_again()
    {
        await using var own = new PostgreSqlServer();
        await using var database = new PostgreSqlDatabase(own);
        var node = await database.Node();
        await node.Apply(Make.Seats(Make.Desk.Value));
        var before = await node.Apply(Make.Note(Make.Key(), Make.Desk));

        await own.Stop();
        // The first to meet the dead connection cannot know whether its batch arrived.
        var first = Make.Note(Make.Key(), Make.Desk);
        Assert.True(await node.Write(first) is CommitResult.Unknown or CommitResult.Unavailable);
        var refused = Assert.IsType<CommitResult.Unavailable>(await node.Write(Make.Note(Make.Key(), Make.Desk)));
        Assert.True(refused.RetryAfter > TimeSpan.Zero);
        await own.Start();

        CommitResult again;
        do
            again = await node.Write(first);
        while (again is CommitResult.Unavailable or CommitResult.Unknown);
        Assert.Equal(2, Assert.Single(Assert.IsType<CommitResult.Committed>(again).Inbox).Position);
        Assert.Equal(1, Assert.Single(before.Inbox).Position);
    }

    [Fact]
    public async Task Reading_connections_that_stood_idle_while_it_was_away_fail_no_read_when_it_is_back()
    {
        await using var own = new PostgreSqlServer();
        await using var database = new PostgreSqlDatabase(own);
        var node = await database.Node();
        await WatchdogLooks(database);
        await ReadAtOnce(node);

        await own.Stop();
        await own.Start();
        await WatchdogLooks(database);

        await ReadAtOnce(node);
    }

    [Fact]
    public async Task Whoever_reads_by_all_connections_neither_makes_it_seem_away_nor_hides_whose_session_has_ended()
    {
        await using var database = new PostgreSqlDatabase(server);
        var node = await database.Node();
        var readers = await Task.WhenAll(Enumerable.Range(0, ReadConnections).Select(_ => node.Reads.Open()));
        await node.Service<StoreProbe>().Look();
        Assert.Empty(await new SessionReads(node.Reads).Pulses([new byte[32]], DateTimeOffset.UnixEpoch));
        foreach (var reader in readers)
            await reader.DisposeAsync();
    }

    [Fact]
    public async Task A_host_name_that_nobody_knows_is_a_database_that_is_away()
    {
        var services = new ServiceCollection();
        services.AddPartyRealtimeStorage(new StoreOptions
        {
            DataDirectory = Path.GetTempPath(), PostgreSql = "Host=nowhere.invalid;Username=nobody;Database=none;Timeout=2",
        });
        await using var provider = services.BuildServiceProvider();
        var away = await Assert.ThrowsAnyAsync<DbException>(() => provider.GetRequiredService<IReadStore>().Open());
        Assert.True(away.IsTransient);
    }

    [Fact]
    public async Task A_table_that_refuses_writes_refuses_the_command_and_no_more()
    {
        await using var database = new PostgreSqlDatabase(server);
        var node = await database.Node();
        await node.Apply(Make.Seats(Make.Desk.Value));
        await database.Execute("ALTER TABLE inbox_item ADD CONSTRAINT short_notes CHECK (length(note) < 20)");

        var long_ = await node.Write(Make.Note(Make.Key(), Make.Desk, new string('x', 30)));

        Assert.Equal(new CommitResult.Refused("short_notes"), long_);
        await node.Apply(Make.Note(Make.Key(), Make.Desk, "ngắn"));
    }

    /// <summary>Each by a connection of its own.</summary>
    private static async Task ReadAtOnce(TestNode node)
    {
        var connections = await Task.WhenAll(Enumerable.Range(0, ReadersAtOnce).Select(_ => node.Reads.Open()));
        foreach (var connection in connections)
        {
            await connection.ExecuteScalarAsync<int>("SELECT 1");
            await connection.DisposeAsync();
        }
    }

    private static async Task WatchdogLooks(PostgreSqlDatabase database)
    {
        await using var looker = new NpgsqlConnection(database.Text);
        await looker.OpenAsync();
        using var limit = new CancellationTokenSource(LookMax);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await looker.ExecuteScalarAsync<int>("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'partyrealtime-watchdog'") == 0)
            await timer.WaitForNextTickAsync(limit.Token);
    }
}
