using System.Text.Json;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>What is taken from a history is held against its bar, and how late the machine was is said.</summary>
public sealed class FiguresTests
{
    private static readonly Uri Here = new("http://node-1");
    private static readonly Uri There = new("http://node-2");
    private static readonly Bar Bar = new("dead after", TimeSpan.FromSeconds(6));

    private readonly History _history = new();

    [Theory]
    [InlineData(6, 0, 0, true)]
    [InlineData(6.1, 0, 0, false)]
    [InlineData(8.9, 25, 0, true)]
    [InlineData(9.1, 25, 0, false)]
    [InlineData(8.9, 5, 25, true)]
    [InlineData(9.1, 5, 25, false)]
    [InlineData(17.9, 400, 0, true)]
    [InlineData(18.1, 400, 400, false)]
    public void A_figure_holds_up_to_its_bar_and_the_longer_the_later_the_machine_was_up_to_three_times_that(
        double seconds, int timerMilliseconds, int diskMilliseconds, bool holds)
    {
        var figures = new Figures(_history, Late(timerMilliseconds, diskMilliseconds)).Of(Bar, At(seconds));
        var broken = Record.Exception(figures.AssertHeld);
        Assert.Equal(holds, broken is null);
    }

    [Theory]
    [InlineData(49, 2)]
    [InlineData(50, 3)]
    public void One_retry_must_do_and_on_a_starved_machine_two(int lateMilliseconds, int sends) =>
        Assert.Equal(sends, new Figures(_history, Late(lateMilliseconds)).SendsMax);

    [Fact]
    public void Each_stands_beside_its_bar_and_starvation_is_said()
    {
        Assert.Equal("dead after 2.3 s (bar 6 s); a 10 ms timer was 5 ms late at the p99", Text(5, 1));
        Assert.Equal("dead after 2.3 s (bar 6 s); a sync of 4 KB was 20 ms late at the p99: held against 1.4 times the bar", Text(5, 20));
        Assert.EndsWith("THE MACHINE WAS STARVED, held against 3.0 times the bar", Text(400, 20), StringComparison.Ordinal);
        string Text(int timer, int disk) => new Figures(_history, Late(timer, disk)).Of(Bar, At(2.3)).ToString();
    }

    [Fact]
    public void A_stall_is_as_many_late_beats_as_it_swallowed_and_no_beat_is_as_late_as_it_can_be()
    {
        var beats = new Beats(At(1));
        foreach (var second in new[] { 1, 2, 3, 13 })
            beats.Done(At(second));
        Assert.Equal(At(0), beats.P99(At(0), At(3)));
        Assert.Equal(At(9), beats.Worst(At(0), At(13)));
        Assert.Equal(At(4), beats.P99(At(4), At(9)));
        Assert.Equal(At(0), beats.P99(At(4), At(4.5)));
    }

    [Fact]
    public void Seen_counts_from_the_acknowledgement_to_the_first_showing_of_what_was_on_its_way_in_that_time()
    {
        Note("before", at: 1, shown: 9);
        Note("across", at: 9, shown: 14);
        Note("after", at: 31, shown: 40);
        _history.Shown(1, Item("across"), At(30));
        Assert.Equal(At(5), _history.SeenMax(At(10), At(20)));
    }

    [Fact]
    public void Recovered_is_when_the_last_of_the_senders_is_served_again()
    {
        _history.Acknowledged(Sent("a", 9) with { From = 1 });
        _history.Acknowledged(Sent("b", 12) with { From = 1 });
        _history.Acknowledged(Sent("c", 30) with { From = 1 });
        _history.Acknowledged(Sent("d", 13) with { From = 2 });
        Assert.Equal(At(3), _history.Recovered(At(10)));
    }

    [Fact]
    public void An_outage_can_leave_out_what_was_sent_to_one_node_first()
    {
        _history.Acknowledged(Sent("here", 9, took: 7));
        _history.Acknowledged(Sent("there", 9, took: 1) with { First = There });
        Assert.Equal(At(7), Outage.Of(_history, At(0), At(20)).P99);
        Assert.Equal(At(1), Outage.Of(_history, At(0), At(20), except: Here).P99);
    }

    [Fact]
    public void What_was_recorded_is_kept_in_a_file_in_the_order_of_time()
    {
        Note("first", at: 1, shown: 3);
        Note("second", at: 2, shown: 4);
        var path = _history.Keep();
        var lines = File.ReadLines(path).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(path, _history.Keep());
        File.Delete(path);
        Assert.Equal(["acknowledged", "acknowledged", "shown", "shown"], lines.Select(line => line.EnumerateObject().First().Name));
    }

    private static Lateness Late(int timerMilliseconds, int diskMilliseconds = 0) =>
        new(TimeSpan.FromMilliseconds(timerMilliseconds), TimeSpan.FromMilliseconds(diskMilliseconds));

    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);

    private static Operation Sent(string text, double acknowledged, double took = 0.1) =>
        new(From: 0, To: 1, text, Ordinal: 0, At(acknowledged - took), At(took), Sends: 1, First: Here, Node: Here);

    private static InboxItem Item(string text) => new()
    {
        Seat = new SeatId(1), Subject = Guid.NewGuid(), Reason = Reason.Note, Box = Box.Notes, Position = 1, ArrivedAt = DateTimeOffset.UnixEpoch, Note = text,
    };

    private void Note(string text, double at, double shown)
    {
        _history.Acknowledged(Sent(text, at));
        _history.Shown(1, Item(text), At(shown));
    }
}
