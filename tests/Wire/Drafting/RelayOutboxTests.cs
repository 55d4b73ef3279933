using Microsoft.Extensions.Time.Testing;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Web.Drafting;

namespace PartyRealtime.WireTests.Drafting;

public sealed class RelayOutboxTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Of client 1 the letters a and b at clocks 0 and 1, in the root t.</summary>
    private static readonly byte[] First = Convert.FromHexString("01010100040101740161" + "00");
    private static readonly byte[] Second = Convert.FromHexString("0101010184010001" + "6200");

    private readonly FakeTimeProvider _time = new();
    private readonly List<byte[]> _sent = [];
    private readonly List<long> _without = [];
    private readonly RelayOutbox _outbox;

    private int _count;

    public RelayOutboxTests() => _outbox = new RelayOutbox(Pause, _time, (update, from) =>
    {
        _sent.Add(update);
        _without.Add(from);
        Volatile.Write(ref _count, _sent.Count);
    });

    [Fact]
    public void The_first_after_a_pause_goes_at_once_as_it_is()
    {
        Offer(First);
        Assert.Same(First, Assert.Single(_sent));
        _time.Advance(Pause);
        Offer(Second);
        Assert.Same(Second, _sent[1]);
        Assert.Equal([7, 7], _without);
    }

    [Fact]
    public void What_comes_thick_behind_it_goes_together()
    {
        Offer([0, 0]);
        Offer(First);
        Offer(Second);
        Assert.Single(_sent);
        _time.Advance(Pause);
        SentIs(2);
        var joined = new Yjs.YDocument();
        Assert.Null(joined.Apply(_sent[1], Yjs.Limits.UpdateLimits.Default));
        Assert.Equal((2, 0), (joined.StateVector()[1], joined.PendingStructCount));
        Assert.Equal(0, _without[1]);
        _time.Advance(Pause);
        Assert.Equal(2, _sent.Count);
    }

    [Fact]
    public void What_cannot_be_joined_goes_one_by_one()
    {
        Offer([0, 0]);
        Offer([1], First);
        _time.Advance(Pause);
        SentIs(3);
    }

    private void Offer(params byte[][] updates) => _outbox.Offer(updates.Select(update => new DraftUpdate(new OfficialId(1), update, From: 7)));

    /// <summary>What waited is sent beside the test, once its time has come.</summary>
    private void SentIs(int count) => Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref _count) == count, TimeSpan.FromSeconds(20)));
}
