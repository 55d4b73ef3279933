using System.Diagnostics.Metrics;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Web.Drafting;
using PartyRealtime.Yjs.Protocols;

namespace PartyRealtime.WireTests.Drafting;

/// <summary>Who is at a draft, as one node knows it.</summary>
public sealed class RoomAwarenessTests
{
    private const long Client = 7;
    private const string Caret = """{"cursor":1}""";

    private readonly FakeTimeProvider _time = new();
    private readonly DraftingOptions _options = new();
    private readonly RoomAwareness _room;

    public RoomAwarenessTests()
    {
        _room = new RoomAwareness(_options, _time);
        _time.Advance(TimeSpan.FromHours(1));
    }

    [Fact]
    public void A_word_goes_to_everybody_here_and_there_once()
    {
        _room.Say(Visit(1), [new(Client, 1, Caret)]);
        var (here, others) = _room.Tick();
        Assert.Equal(here, others);
        Assert.Equal((Client, 1), (Assert.Single(here).Client, here.First().Clock));
        Assert.Empty(_room.Tick().Here);
    }

    [Fact]
    public void A_client_that_made_room_for_another_is_gone_with_its_visit()
    {
        var visit = Visit(1);
        foreach (var client in Enumerable.Range(1, AwarenessRules.ClientsMax))
            _room.Say(visit, [new(client, 1, Caret)]);
        _room.Tick();
        _room.Say(visit, [new(1, 2, AwarenessState.Gone)]);
        _room.Say(visit, [new(AwarenessRules.ClientsMax + 1, 1, Caret)]);
        _room.Leave(visit);
        _room.Tick();
        Assert.Empty(_room.Present);
    }

    [Fact]
    public void The_first_that_a_client_speaks_of_is_itself()
    {
        var visit = Visit(1);
        _room.Say(visit, [new(Client + 1, 1, Caret), new(Client + 2, 1, Caret)]);
        Assert.Null(visit.Client);
        _room.Say(visit, [new(Client, 1, Caret)]);
        _room.Say(visit, [new(Client + 1, 2, Caret)]);
        Assert.Equal(Client, visit.Client);
    }

    [Fact]
    public void The_offices_name_takes_the_place_of_the_clients()
    {
        _room.Say(Visit(1), [new(Client, 1, """{"user":{"name":"Ai đó","id":99,"title":"Bí thư","color":"#abc"},"cursor":1}""")]);
        var state = JsonDocument.Parse(Assert.Single(_room.Tick().Here).Json).RootElement;
        Assert.Equal("""{"name":"Người 1","unit":"Phòng 1","id":1,"color":"#7a1d50"}""", state.GetProperty("user").GetRawText());
        Assert.Equal(1, state.GetProperty("cursor").GetInt32());
    }

    [Fact]
    public void People_who_are_there_together_have_colours_of_their_own()
    {
        _room.Hear([new(Client, 1, """{"user":{"id":11,"color":"#7a1d50"}}""")]);
        _room.Say(Visit(1), [new(Client + 1, 1, Caret)]);
        _room.Say(Visit(21), [new(Client + 2, 1, Caret)]);
        // By a second socket the same person is shown the same.
        _room.Say(Visit(11), [new(Client + 3, 1, Caret)]);
        var colours = _room.Tick().Here.OrderBy(state => state.Client).Select(AwarenessRules.ColourOf).ToList();
        Assert.Equal(["#7a1d50", "#1c663b", "#8a4b00", "#7a1d50"], colours);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("[]")]
    [InlineData("true")]
    public void What_says_nothing_of_a_person_is_left_out(string json)
    {
        _room.Say(Visit(1), [new(Client, 1, json), new(Client + 1, 1, $$"""{"long":"{{new string('x', 1_024)}}"}""")]);
        Assert.Empty(_room.Tick().Here);
    }

    [Fact]
    public void Nobody_speaks_for_another()
    {
        _room.Say(Visit(1), [new(Client, 1, Caret)]);
        _room.Tick();
        var other = Visit(2);
        _room.Say(other, [new(Client, 2, Caret), new(Client, 3, AwarenessState.Gone)]);
        _time.Advance(_options.AwarenessPause);
        Assert.Empty(_room.Tick().Here);
        _room.Leave(other);
        Assert.Empty(_room.Tick().Here);

        _room.Hear([new(Client + 1, 5, Caret)]);
        _room.Tick();
        _room.Say(other, [new(Client + 1, 6, Caret)]);
        _time.Advance(_options.AwarenessPause);
        Assert.Empty(_room.Tick().Here);
    }

    [Fact]
    public void A_socket_speaks_for_few_clients()
    {
        _room.Say(Visit(1), [.. Enumerable.Range(1, 100).Select(client => new AwarenessState(client, 1, Caret))]);
        Assert.Equal(AwarenessRules.ClientsMax, _room.Tick().Here.Count);
    }

    [Fact]
    public void Clients_that_are_gone_make_room_for_the_next_one_of_their_socket()
    {
        var visit = Visit(1);
        var eight = Enumerable.Range(1, AwarenessRules.ClientsMax).ToList();
        _room.Say(visit, [.. eight.Select(client => new AwarenessState(client, 1, Caret))]);
        _room.Tick();
        _room.Say(visit, [.. eight.Select(client => new AwarenessState(client, 2, AwarenessState.Gone)), new(9, 1, Caret)]);
        _time.Advance(_options.AwarenessPause);
        var (here, others) = _room.Tick();
        Assert.Equal(here, others);
        Assert.Equal(eight.Select(client => (client, true)).Append((9, false)), here.Select(state => ((int)state.Client, state.IsGone)).Order());
    }

    [Fact]
    public void A_socket_that_changes_its_clients_hides_no_newcomer()
    {
        var visit = Visit(1);
        _room.Say(Visit(2), [new(Client, 1, Caret)]);
        for (var client = 1_000; client < 1_000 + (2 * RoomAwareness.ClientsMax); client += AwarenessRules.ClientsMax)
        {
            foreach (var (clock, json) in ((int, string)[])[(1, Caret), (2, AwarenessState.Gone)])
            {
                _room.Say(visit, [.. Enumerable.Range(client, AwarenessRules.ClientsMax).Select(one => new AwarenessState(one, clock, json))]);
                _time.Advance(_options.AwarenessPause);
                _room.Tick();
            }
        }

        _room.Say(Visit(3), [new(Client + 1, 1, Caret)]);
        Assert.Equal(Client + 1, Assert.Single(_room.Tick().Here).Client);
        Assert.Equal([Client, Client + 1], _room.Present.Select(state => state.Client).Order());
    }

    [Fact]
    public void Of_clients_that_come_and_go_between_two_words_few_are_sent_on()
    {
        var visit = Visit(1);
        _room.Say(visit, [new(Client, 1, Caret)]);
        _room.Tick();
        for (var client = 1_000; client < 2_000; client++)
            _room.Say(visit, [new(client, 1, Caret), new(client, 2, AwarenessState.Gone)]);
        _time.Advance(_options.AwarenessPause);
        Assert.InRange(_room.Tick().Here.Count, 0, 2 * AwarenessRules.ClientsMax);
    }

    [Fact]
    public void A_client_whose_words_are_too_long_holds_no_place_for_ever()
    {
        var visit = Visit(1);
        var large = $$"""{"long":"{{new string('x', 1_024)}}"}""";
        _room.Say(visit, [.. Enumerable.Range(1, AwarenessRules.ClientsMax).Select(client => new AwarenessState(client, 1, large))]);
        _time.Advance(_options.AwarenessLife * 2);
        _room.Expire();
        _room.Say(visit, [new(9, 1, Caret)]);
        Assert.Equal(9, Assert.Single(_room.Tick().Here).Client);
    }

    [Fact]
    public void Of_words_that_come_thick_the_newest_is_sent_on()
    {
        var visit = Visit(1);
        _room.Say(visit, [new(Client, 1, Caret)]);
        _room.Tick();
        for (var clock = 2; clock < 9; clock++)
        {
            _room.Say(visit, [new(Client, clock, Caret)]);
            Assert.Empty(_room.Tick().Here);
        }

        _time.Advance(_options.AwarenessPause);
        Assert.Equal(8, Assert.Single(_room.Tick().Here).Clock);
    }

    [Fact]
    public void Who_leaves_is_gone_and_comes_back_behind_that_with_a_clock_already_used()
    {
        var visit = Visit(1);
        _room.Say(visit, [new(Client, 4, Caret)]);
        _room.Tick();
        _room.Leave(visit);
        Assert.Equal(new AwarenessState(Client, 5, AwarenessState.Gone), Assert.Single(_room.Tick().Others));

        var again = Visit(1);
        _room.Say(again, [new(Client, 4, Caret)]);
        Assert.Equal(6, Assert.Single(_room.Tick().Here).Clock);
        // Its own earlier words are behind, and what it says from the clock that it was told is ahead.
        _room.Say(again, [new(Client, 7, Caret)]);
        _time.Advance(_options.AwarenessPause);
        Assert.Equal(7, Assert.Single(_room.Tick().Here).Clock);
    }

    [Fact]
    public void The_same_person_goes_on_by_another_socket()
    {
        var (first, second) = (Visit(1), Visit(1));
        _room.Say(first, [new(Client, 1, Caret)]);
        _room.Tick();
        _room.Say(second, [new(Client, 2, Caret)]);
        _room.Leave(first);
        Assert.Equal((2, false), (_room.Tick().Here.Single().Clock, _room.Present.Single().IsGone));
    }

    [Fact]
    public void A_client_that_came_here_is_not_gone_when_the_node_it_left_says_so()
    {
        _room.Hear([new(Client, 3, """{"user":{"id":1}}""")]);
        _room.Say(Visit(1), [new(Client, 4, Caret)]);
        _room.Tick();
        _room.Hear([new(Client, 4, AwarenessState.Gone)]);
        var (_, others) = _room.Tick();
        Assert.Equal((5, false), (Assert.Single(others).Clock, others.First().IsGone));
    }

    /// <summary>That nothing was known of it here yet threw, and the other words that came with it were lost.</summary>
    [Fact]
    public void Nor_is_one_whose_first_word_here_was_not_sent_on_yet()
    {
        _room.Say(Visit(1), [new(Client, 4, Caret)]);
        _room.Hear([new(Client, 5, AwarenessState.Gone), new(Client + 1, 1, Caret)]);
        var (here, others) = _room.Tick();
        Assert.Equal((Client, 6, false), (Assert.Single(others).Client, others.First().Clock, others.First().IsGone));
        Assert.Equal([Client, Client + 1], here.Select(state => state.Client).Order());
    }

    [Fact]
    public void Who_is_not_heard_of_is_gone_and_later_forgotten()
    {
        _room.Say(Visit(1), [new(Client, 1, Caret)]);
        _room.Hear([new(Client + 1, 1, Caret)]);
        _room.Tick();
        _time.Advance(_options.AwarenessLife - TimeSpan.FromSeconds(1));
        _room.Expire();
        Assert.Empty(_room.Tick().Here);
        _time.Advance(TimeSpan.FromSeconds(1));
        _room.Expire();
        var (here, others) = _room.Tick();
        Assert.All(here, state => Assert.True(state.IsGone));
        // The other node finds out about its own.
        Assert.Equal((2, Client), (here.Count, Assert.Single(others).Client));
        Assert.Empty(_room.Present);

        _time.Advance(_options.AwarenessLife * 2);
        _room.Expire();
        _room.Hear([new(Client, 1, Caret)]);
        Assert.Equal(1, Assert.Single(_room.Tick().Here).Clock);
    }

    private DraftVisit Visit(int official)
    {
        var metrics = new DraftingMetrics(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>(), new DraftSockets());
        var web = WebSocket.CreateFromStream(new MemoryStream(), new WebSocketCreationOptions { IsServer = true });
        return new DraftVisit(new DraftSocket(web, _options, metrics, _time), null, default, new OfficialId(official), _time)
        {
            Admission = new DraftAdmission(DraftRight.Write, $"Người {official}", $"Phòng {official}", []),
        };
    }
}
