using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Grains.Drafting;
using Xunit;

namespace PartyRealtime.UnitTests.Drafting;

/// <summary>One commit in flight, in order, and nothing after a doubt.</summary>
public sealed class DraftLogTests
{
    private readonly HeldWriter writer = new();
    private readonly List<long> saved = [];
    private readonly List<CommitResult?> doubts = [];
    private readonly DraftLog log;
    private long place;

    public DraftLogTests() => log = new DraftLog(writer, 0, batch => saved.Add(batch.First), doubts.Add);

    [Fact]
    public void Nothing_waits_for_nothing() => Assert.True(log.Saved.IsCompletedSuccessfully);

    [Fact]
    public async Task What_comes_while_a_commit_is_in_flight_goes_together_in_the_next()
    {
        Add();
        log.Send();
        var first = log.Saved;
        Add();
        log.Send();
        Add();
        log.Send();
        Assert.Equal(1, writer.InFlight);
        Assert.False(first.IsCompleted);
        writer.Commit();

        Assert.True(await first);
        Assert.Equal(1, log.Head);
        Assert.Equal([1L], saved);
        Assert.Equal([2L, 3L], writer.Commits[1].Rows.Cast<DraftEntryRow>().Select(row => row.Seq));
        Assert.True(writer.Commits[1].Appends.IsEmpty);
        writer.Commit();
        Assert.True(await log.Saved);
        Assert.Equal(3, log.Head);
    }

    [Fact]
    public async Task After_a_doubt_everything_is_false_and_nothing_is_written()
    {
        Add();
        log.Send();
        var first = log.Saved;
        Add();
        log.Send();
        var second = log.Saved;
        writer.Answer(new CommitResult.Refused("draft_update_pkey"));

        Assert.False(await first);
        Assert.False(await second);
        Assert.False(await log.Saved);
        Assert.IsType<CommitResult.Refused>(Assert.Single(doubts));
        log.Send();
        Assert.Single(writer.Commits);
        Assert.Equal(0, log.Head);
        Assert.Empty(saved);
    }

    [Fact]
    public void A_commit_is_bounded()
    {
        Add();
        log.Send();
        for (var at = 0; at < DraftBatch.UpdatesMax + 1; at++)
            Add();
        writer.Commit();
        writer.Commit();

        Assert.Equal([1, DraftBatch.UpdatesMax, 1], writer.Commits.Select(commit => commit.Rows.Length));
    }

    [Fact]
    public void What_waits_is_bounded()
    {
        for (var at = 0; at < 16; at++)
        {
            Assert.False(log.IsFull);
            Add(bytes: 1_000_000);
        }

        Assert.True(log.IsFull);
        log.Send();
        writer.Commit();
        Assert.False(log.IsFull);
    }

    private void Add(int bytes = 2)
    {
        var update = new DraftUpdate(new OfficialId(1), new byte[bytes]);
        var entry = new DraftEntryRow
        {
            Document = new DocumentId(Guid.Empty),
            Seq = ++place,
            Kind = DraftEntryKind.Update,
            By = update.By,
            At = default,
            Bytes = update.Bytes,
        };
        log.Add(new DraftTake(DraftAnswer.Saved, place, [entry]), update);
    }
}
