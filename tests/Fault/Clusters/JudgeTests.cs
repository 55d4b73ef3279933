using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>The judge finds each kind of fault, and in a sound history none.</summary>
public sealed class JudgeTests
{
    private static readonly Uri Node = new("http://node-1");

    private readonly History _history = new();
    private readonly Dictionary<int, List<InboxItem>> _boxes = new() { [0] = [], [1] = [], [2] = [] };

    /// <summary>Two notes of one person to another and one to a third, acknowledged, in their boxes and shown.</summary>
    public JudgeTests()
    {
        Write(1, "first", 0, position: 1);
        Write(1, "second", 1, position: 2);
        Write(2, "third", 2, position: 1);
    }

    [Fact]
    public void A_sound_history_is_sound()
    {
        Assert.True(Judged().IsSound);
        Judged().AssertSound();
    }

    [Fact]
    public void A_history_in_which_nothing_was_written_or_read_is_not()
    {
        Assert.False(new Judge(new History(), Fresh).Of(apart: 0, repeats: 0).IsSound);
        var unread = new History();
        unread.Acknowledged(Sent(1, "first", 0));
        Assert.ThrowsAny<Exception>(new Judge(unread, Fresh).Of(apart: 0, repeats: 0).AssertSound);
    }

    [Fact]
    public void Lost()
    {
        _boxes[1].RemoveAt(0);
        Found(["first"], judgement => judgement.Lost);
    }

    [Fact]
    public void Twice_in_the_box()
    {
        _boxes[1].Add(Item("first", 3));
        Found(["first"], judgement => judgement.Doubled);
    }

    [Fact]
    public void Twice_on_the_screen_as_two_items()
    {
        _history.Shown(1, Item("second", 3), At(9));
        Found(["second"], judgement => judgement.Doubled);
    }

    [Fact]
    public void Shown_again_at_the_same_position()
    {
        _history.Shown(1, _boxes[1][1], At(9));
        Found(["second"], judgement => judgement.ShownTwice);
    }

    [Fact]
    public void Never_shown()
    {
        _history.Acknowledged(Sent(1, "silent", 3));
        _boxes[1].Add(Item("silent", 3));
        Found(["silent"], judgement => judgement.NotShown);
    }

    [Fact]
    public void On_somebody_elses_screen()
    {
        _history.Shown(2, _boxes[1][0], At(9));
        Found(["first"], judgement => judgement.Strayed);
    }

    [Fact]
    public void In_somebody_elses_box()
    {
        _boxes[2].Add(Item("first", 2));
        Found(["first"], judgement => judgement.Strayed);
    }

    [Fact]
    public void Not_in_a_read_that_began_afterwards()
    {
        _history.Read(Sent(1, "first", 0), there: false);
        Found(["first"], judgement => judgement.Stale);
    }

    [Fact]
    public void Out_of_order_in_the_box()
    {
        var history = new History();
        foreach (var (text, ordinal) in new[] { ("first", 0), ("second", 1) })
            history.Acknowledged(Sent(1, text, ordinal));
        _boxes[1] = [Item("first", 2), Item("second", 1)];
        Assert.Equal(["second"], new Judge(history, Fresh).Of(apart: 0, repeats: 0).OutOfOrder);
    }

    /// <summary>In the box they lie well: only the screen had them the wrong way round.</summary>
    [Fact]
    public void Out_of_order_as_shown()
    {
        var history = new History();
        foreach (var (text, ordinal) in new[] { ("first", 0), ("second", 1) })
            history.Acknowledged(Sent(1, text, ordinal));
        history.Shown(1, _boxes[1][1], At(5));
        history.Shown(1, _boxes[1][0], At(6));
        Assert.Equal(["second", "first"], new Judge(history, Fresh).Of(apart: 0, repeats: 0).OutOfOrder);
    }

    [Fact]
    public void Shown_otherwise_than_a_fresh_read_has_it()
    {
        _boxes[1][0] = _boxes[1][0] with { From = "somebody else" };
        Found(["first"], judgement => judgement.Unequal);
    }

    [Fact]
    public void Screens_that_end_behind_or_ahead_and_positions_that_were_pushed_again()
    {
        Assert.ThrowsAny<Exception>(new Judge(_history, Fresh).Of(apart: 1, repeats: 0).AssertSound);
        Assert.ThrowsAny<Exception>(new Judge(_history, Fresh).Of(apart: 0, repeats: 1).AssertSound);
    }

    private IReadOnlyDictionary<int, IReadOnlyList<InboxItem>> Fresh =>
        _boxes.ToDictionary(box => box.Key, box => (IReadOnlyList<InboxItem>)box.Value);

    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);

    private static Operation Sent(int to, string text, int ordinal) =>
        new(From: 0, to, text, ordinal, At(ordinal), Took: At(0.1), Sends: 1, First: Node, Node);

    private static InboxItem Item(string text, long position) => new()
    {
        Seat = new SeatId(1), Subject = Guid.NewGuid(), Reason = Reason.Note, Box = Box.Notes, Position = position, ArrivedAt = DateTimeOffset.UnixEpoch, Note = text,
    };

    private void Write(int to, string text, int ordinal, long position)
    {
        var (sent, item) = (Sent(to, text, ordinal), Item(text, position));
        _boxes[to].Add(item);
        _history.Acknowledged(sent);
        _history.Shown(to, item, sent.Acknowledged + At(0.2));
        _history.Read(sent, there: true);
    }

    private Judgement Judged() => new Judge(_history, Fresh).Of(apart: 0, repeats: 0);

    private void Found(string[] texts, Func<Judgement, IReadOnlyList<string>> fault)
    {
        var judgement = Judged();
        Assert.Equal(texts, fault(judgement));
        Assert.False(judgement.IsSound);
        Assert.ThrowsAny<Exception>(judgement.AssertSound);
    }
}
