using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Grains.Inbox;
using PartyRealtime.Storage.Commits;
using PartyRealtime.Storage.Inbox;
using PartyRealtime.Storage.Streams;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.ClusterTests.Inbox;

/// <summary>Deadlines pass on a store that others write to at the same time.</summary>
public abstract class DueScanSuite(TestDatabase database) : IAsyncLifetime
{
    private static readonly SeatId Desk = new(501);

    private TestNode _node = null!;

    public async ValueTask InitializeAsync()
    {
        _node = await database.Node();
        await _node.Apply(Own() with { Rows = [new SeatRow { Id = Desk, Kind = SeatKind.Post, Role = SeatRole.Specialist, Title = "Ghế" }] });
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_full_batch_is_one_commit_and_there_may_be_more()
    {
        await Arrive(DueScan.ItemsAtOnceMax + 1);
        var writer = new Meddler(_node.Writer, _ => Task.CompletedTask);
        using var scan = Scan(writer);
        Assert.True(await scan.Mark(default));
        Assert.False(await scan.Mark(default));
        Assert.Equal((2, 0L), (writer.Commits, await Unmarked()));
    }

    /// <summary>Two nodes threw each other out of their batches into 500 single commits, for hours.</summary>
    [Fact]
    public async Task Where_another_node_was_faster_this_one_leaves_it_to_that_one()
    {
        await Arrive(10);
        var another = new Meddler(_node.Writer, _ => Task.CompletedTask);
        using var faster = Scan(another);
        var isBegun = false;
        var writer = new Meddler(_node.Writer, async _ =>
        {
            if (!isBegun)
            {
                isBegun = true;
                await faster.Mark(default);
            }
        });
        using var scan = Scan(writer);
        Assert.False(await scan.Mark(default));
        Assert.Equal((1, 1, 0L), (another.Commits, writer.Commits, await Unmarked()));
    }

    /// <summary>Also one that was faster before the batch was sent: its marks are no moves of readers.</summary>
    [Fact]
    public async Task Where_another_node_was_faster_while_this_one_read_it_leaves_it_as_well()
    {
        await Arrive(10);
        using var faster = Scan(_node.Writer);
        var writer = new Meddler(_node.Writer, _ => Task.CompletedTask);
        using var scan = Scan(writer, new SlowReads(_node.Service<IDueReads>(), () => faster.Mark(default)));
        Assert.False(await scan.Mark(default));
        Assert.Equal((1, 0L), (writer.Commits, await Unmarked()));
    }

    [Fact]
    public async Task What_somebody_moved_meanwhile_keeps_back_itself_alone_and_the_scan_goes_on()
    {
        var items = await Arrive(DueScan.ItemsAtOnceMax + 1);
        var writer = new Meddler(_node.Writer, async commit =>
        {
            // The reader closes the oldest one after the scan has read it.
            if (commit.Inbox.Length > 1)
                await Close(items[0]);
        });
        using var scan = Scan(writer);
        Assert.True(await scan.Mark(default));
        Assert.Equal((1 + DueScan.ItemsAtOnceMax, 1L), (writer.Commits, await Unmarked()));
        Assert.False(await scan.Mark(default));
        Assert.Equal(0, await Unmarked());
    }

    /// <summary>Else a look would never end.</summary>
    [Fact]
    public async Task A_batch_of_which_nothing_can_be_marked_is_left_for_the_next_look()
    {
        await Arrive(DueScan.ItemsAtOnceMax);
        var writer = new Meddler(_node.Writer, _ => Task.CompletedTask, new CommitResult.Refused("test"));
        using var scan = Scan(writer);
        Assert.False(await scan.Mark(default));
        Assert.Equal(1 + DueScan.ItemsAtOnceMax, writer.Commits);
    }

    [Fact]
    public async Task A_store_that_takes_nothing_is_asked_once()
    {
        await Arrive(10);
        var writer = new Meddler(_node.Writer, _ => Task.CompletedTask, new CommitResult.Unavailable("test", TimeSpan.Zero));
        using var scan = Scan(writer);
        Assert.False(await scan.Mark(default));
        Assert.Equal(1, writer.Commits);
    }

    private static Commit Own() => new()
    {
        By = Actor.System,
        Appends = [new StreamAppend(new Contracts.Streams.StreamId(Guid.NewGuid()), 0, [new Fact("test.done", "{}")])],
    };

    private DueScan Scan(ICommitWriter writer, IDueReads? reads = null) => new(
        reads ?? _node.Service<IDueReads>(), _node.Service<IStreamReads>(), writer, TimeProvider.System, NullLogger<DueScan>.Instance);

    /// <summary>Items of one desk whose day was long ago, oldest first.</summary>
    private async Task<ImmutableArray<InboxChange>> Arrive(int count)
    {
        ImmutableArray<InboxChange> arrivals =
        [
            .. Enumerable.Range(0, count).Select(day => new InboxChange(
                new ItemKey(Desk, Guid.NewGuid(), Reason.Delivery), InboxChangeKind.Arrived, null, Box.WaitingReceipt,
                new ItemContent { DueOn = new DateOnly(2020, 1, 1).AddDays(day) })),
        ];
        await _node.Apply(Own() with { Inbox = arrivals });
        return arrivals;
    }

    private Task<CommitResult.Committed> Close(InboxChange item) => _node.Apply(Own() with
    {
        Inbox = [new InboxChange(item.Key, InboxChangeKind.Moved, item.ToBox, Box.Closed, item.Content)],
    });

    /// <summary>Open items that are not marked.</summary>
    private Task<long> Unmarked() => _node.One<long>("SELECT count(*) FROM inbox_item WHERE overdue = 0 AND box <> 0");

    /// <summary>Lets something happen between the reading and what follows from it.</summary>
    private sealed class SlowReads(IDueReads reads, Func<Task> behind) : IDueReads
    {
        public async Task<ImmutableArray<HeldItem>> Passed(DateOnly today, int max, CancellationToken cancellation = default)
        {
            var items = await reads.Passed(today, max, cancellation);
            await behind();
            return items;
        }
    }

    /// <summary>Counts commits, and lets something happen before each; answers by itself where it is given the answer.</summary>
    private sealed class Meddler(ICommitWriter writer, Func<Commit, Task> before, CommitResult? answer = null) : ICommitWriter
    {
        public int Commits { get; private set; }

        public async Task<CommitResult> Write(Commit commit, CancellationToken cancellation = default)
        {
            Commits++;
            await before(commit);
            return answer ?? await writer.Write(commit, cancellation);
        }

        public Task<CommandStatus> Abandon(CommandKey key, CancellationToken cancellation = default) => writer.Abandon(key, cancellation);
    }
}
