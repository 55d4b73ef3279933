using System.Collections.Concurrent;
using System.Diagnostics;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Commits;

/// <summary>Several writers on overlapping seats, registers and command ids, and an offline check of what they did.</summary>
public abstract class ConcurrencySuite(TestDatabase database, int writers) : IAsyncDisposable
{
    private const int Seats = 60;
    private const int CallersPerWriter = 8;

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public Task Writers_lose_double_and_reorder_nothing() => Run(TimeSpan.FromSeconds(4));

    [Fact(Explicit = true)]
    public Task Writers_lose_double_and_reorder_nothing_for_two_minutes() => Run(TimeSpan.FromMinutes(2));

    private async Task Run(TimeSpan duration)
    {
        var nodes = new TestNode[writers];
        for (var at = 0; at < nodes.Length; at++)
            nodes[at] = await database.Node();
        await nodes[0].Apply(Make.Seats(Enumerable.Range(1, Seats)));

        var seed = Environment.TickCount;
        TestContext.Current.SendDiagnosticMessage($"seed {seed}");
        var history = new ConcurrentBag<(Commit Commit, CommitResult Result)>();
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, writers * CallersPerWriter).Select(caller => Task.Run(async () =>
        {
            var random = new Random(seed + caller);
            while (Stopwatch.GetElapsedTime(started) < duration)
            {
                var commit = Next(random);
                var twin = random.Next(50) == 0 ? nodes[random.Next(writers)].Write(commit) : null;
                history.Add((commit, await nodes[caller % writers].Write(commit)));
                if (twin is not null)
                    history.Add((commit, await twin));
            }
        })));

        await Check(nodes[0], [.. history]);
        foreach (var node in nodes)
            await database.Stop(node);
        Assert.Equal(0, await database.Deadlocks());
    }

    /// <summary>A note to up to three seats in any order, or a number; some of them fail by their own fault.</summary>
    private static Commit Next(Random random)
    {
        if (random.Next(5) == 0)
        {
            var number = Registers.Number(Registers.NewDocument(), random.Next(20) == 0 ? 1 : 0, series: $"out:{random.Next(3)}:CT:0");
            return random.Next(20) == 0 ? number with { Inbox = [Make.Move(Make.Item(new SeatId(1)), Box.Lead, Box.Closed)] } : number;
        }

        var note = Make.Note(Make.Key(), new SeatId(random.Next(1, Seats + 1)));
        return note with
        {
            Inbox = [.. note.Inbox, .. Enumerable.Range(0, random.Next(3)).Select(_ => Make.Arrival(Make.Item(new SeatId(random.Next(1, Seats + 1))), Box.Lead))],
        };
    }

    private static async Task Check(TestNode node, List<(Commit Commit, CommitResult Result)> history)
    {
        Assert.DoesNotContain(history, entry => entry.Result is CommitResult.Unavailable or CommitResult.Unknown or CommitResult.BodyDiffers or CommitResult.Abandoned);
        foreach (var twins in history.GroupBy(entry => entry.Commit.Claim!.Key).Where(group => group.Count() > 1))
        {
            var receipts = twins.Select(entry => (entry.Result as CommitResult.Committed)?.Receipt ?? (entry.Result as CommitResult.Replayed)?.Receipt).ToList();
            Assert.True(receipts.Distinct().Count() == 1, "Twins were answered differently.");
            Assert.True(twins.Count(entry => entry.Result is CommitResult.Committed) <= 1, "A command was applied twice.");
        }

        var applied = history.Select(entry => entry.Result).OfType<CommitResult.Committed>().ToList();
        Assert.True(applied.Count > 100, $"Only {applied.Count} commands were applied.");
        Assert.Equal(applied.Count + 1, await node.One<long>("SELECT count(*) FROM fact"));

        var heads = (await node.Rows<(int Seat, long Position)>("SELECT seat_id, position FROM inbox_head")).ToDictionary(row => row.Seat, row => row.Position);
        foreach (var seat in applied.SelectMany(answer => answer.Inbox).GroupBy(change => change.Seat.Value))
            Assert.Equal(Enumerable.Range(1, (int)heads[seat.Key]).Select(position => (long)position), seat.Select(change => change.Position).Order());
        Assert.Equal(heads.Values.Sum(), await node.One<long>("SELECT count(*) FROM inbox_item"));

        var numbers = await node.Rows<(string Register, long Number)>("SELECT register, number FROM register_entry");
        foreach (var register in numbers.GroupBy(row => row.Register))
            Assert.Equal(Enumerable.Range(1, register.Count()).Select(number => (long)number), register.Select(row => row.Number).Order());
        Assert.Equal(
            numbers.Count,
            applied.Count(answer => answer.Receipt.Number is not null));
        Assert.Equal(numbers.Count, await node.One<long>("SELECT sum(next - 1) FROM register"));
    }
}
