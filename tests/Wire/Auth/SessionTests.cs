using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Streams;
using PartyRealtime.Nodes;
using PartyRealtime.Storage.Commits;
using PartyRealtime.Storage.Reading;
using PartyRealtime.Storage.Sessions;
using PartyRealtime.Web.Auth;
using PartyRealtime.WireTests.Nodes;

namespace PartyRealtime.WireTests.Auth;

public sealed class SessionTests(SharedNode shared)
{
    /// <summary>What is promised for what happens on another node.</summary>
    private static readonly TimeSpan ElsewhereMax = TimeSpan.FromSeconds(5);

    private readonly RunningNode _node = shared.Node;

    [Fact]
    public async Task Without_a_session_nothing_is_answered()
    {
        using var browser = _node.NewBrowser();
        using var answer = await browser.Get("/api/session");
        await answer.IsRefused(HttpStatusCode.Unauthorized, "signInRequired");
        browser.Cookies.Add(_node.Url, new Cookie("pr", SessionCookie.NewToken()));
        using var forged = await browser.Get("/api/session");
        await forged.IsRefused(HttpStatusCode.Unauthorized, "signInRequired");
    }

    [Fact]
    public async Task Signing_out_works_at_once()
    {
        using var browser = await _node.SignedIn("clerk.14");
        var kept = browser.Cookies.GetCookies(_node.Url)["pr"]!;
        using var signOut = await browser.Send(HttpMethod.Delete, "/api/session");
        Assert.Equal(HttpStatusCode.NoContent, signOut.StatusCode);
        browser.Cookies.Add(_node.Url, new Cookie("pr", kept.Value));
        using var after = await browser.Get("/api/session");
        await after.IsRefused(HttpStatusCode.Unauthorized, "signInRequired");
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_other_browsers_and_tells_who_watches()
    {
        using var one = await _node.SignedIn("clerk.15");
        using var other = await _node.SignedIn("clerk.15");
        var sessions = (await one.GetJson("/api/sessions")).EnumerateArray().ToList();
        Assert.Equal(2, sessions.Count);
        Assert.Single(sessions, session => session.GetProperty("current").GetBoolean());

        var ended = new TaskCompletionSource<SessionChange>();
        var key = SessionKey.OfToken(other.Cookies.GetCookies(_node.Url)["pr"]!.Value);
        using var watch = _node.Services.GetRequiredService<ISessionEnded>().Subscribe(key, long.MaxValue, ended.SetResult);
        using var signOut = await one.Send(HttpMethod.Delete, "/api/sessions");
        signOut.EnsureSuccessStatusCode();
        Assert.Equal(SessionChange.Ended, await ended.Task.Within(ElsewhereMax));
        using var after = await other.Get("/api/session");
        await after.IsRefused(HttpStatusCode.Unauthorized, "signInRequired");
    }

    [Fact]
    public async Task A_session_ended_on_another_node_is_told_within_five_seconds()
    {
        using var browser = await _node.SignedIn("clerk.19");
        var key = SessionKey.OfToken(browser.Cookies.GetCookies(_node.Url)["pr"]!.Value);
        var ended = new TaskCompletionSource<SessionChange>();
        using var watch = _node.Services.GetRequiredService<ISessionEnded>().Subscribe(key, long.MaxValue, ended.SetResult);
        var (official, head) = await Stream("clerk.19");
        var session = Assert.Single(await Reads.OfOfficial(official.Id, TimeProvider.System.GetUtcNow()));
        await Write(official, head, session with { EndedAt = TimeProvider.System.GetUtcNow() });
        Assert.Equal(SessionChange.Ended, await ended.Task.Within(ElsewhereMax));
        using var after = await browser.Get("/api/session");
        await after.IsRefused(HttpStatusCode.Unauthorized, "signInRequired");
    }

    [Fact]
    public async Task A_seat_taken_on_another_node_is_gone_within_five_seconds()
    {
        using var browser = await _node.SignedIn("leader.19");
        var seats = (await browser.GetJson("/api/session")).GetProperty("seats").EnumerateArray().ToList();
        Assert.Equal(2, seats.Count);
        var key = SessionKey.OfToken(browser.Cookies.GetCookies(_node.Url)["pr"]!.Value);
        var changed = new TaskCompletionSource<SessionChange>();
        var (official, head) = await Stream("leader.19");
        using var watch = _node.Services.GetRequiredService<ISessionEnded>().Subscribe(key, official.Stamp, change => changed.TrySetResult(change));

        var today = OfficeDay.Today(TimeProvider.System);
        await Write(
            official,
            head,
            official with { Stamp = official.Stamp + 1 },
            new SeatHolderRow
            {
                Seat = new SeatId(seats[0].GetProperty("id").GetInt32()),
                Official = official.Id,
                ValidFrom = new DateOnly(2025, 7, 1),
                ValidTo = today,
            });
        Assert.Equal(SessionChange.RightsChanged, await changed.Task.Within(ElsewhereMax));
        var left = (await browser.GetJson("/api/session")).GetProperty("seats").EnumerateArray();
        Assert.Equal("person", Assert.Single(left).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Preferences_are_one_effect_per_command_id()
    {
        using var browser = await _node.SignedIn("clerk.20");
        var id = Guid.NewGuid();
        var dark = new { theme = "dark", density = "compact", locale = "en" };
        using var first = await browser.Command(HttpMethod.Put, "/api/preferences", dark, id);
        using var second = await browser.Command(HttpMethod.Put, "/api/preferences", dark, id);
        first.EnsureSuccessStatusCode();
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        using var other = await browser.Command(HttpMethod.Put, "/api/preferences", dark with { theme = "light" }, id);
        await other.IsRefused(HttpStatusCode.Conflict, "commandIdReused");
        var shown = (await browser.GetJson("/api/session")).GetProperty("preferences");
        Assert.Equal("""{"theme":"dark","density":"compact","locale":"en"}""", shown.ToString());
        using var keyless = await browser.Send(HttpMethod.Put, "/api/preferences", dark);
        await keyless.IsRefused(HttpStatusCode.BadRequest, "commandIdMissing");
        using var wrong = await browser.Command(HttpMethod.Put, "/api/preferences", dark with { locale = "fr" });
        await wrong.IsRefused(HttpStatusCode.BadRequest, "fieldInvalid");
    }

    [Fact]
    public async Task The_password_is_asked_again_for_what_binds()
    {
        var check = _node.Services.GetRequiredService<IPasswordCheck>();
        var official = (await Reads.Account("leader.20"))!.Official;
        Assert.True((await check.Check(official, _node.DemoPassword)).Value);
        Assert.Equal(Contracts.Refusals.RefusalCode.StepUpRequired, (await check.Check(official, "wrong")).Refusal!.Code);
    }

    [Fact]
    public async Task Who_holds_several_seats_acts_from_the_one_that_is_named_if_it_is_held()
    {
        await using var connection = await _node.Services.GetRequiredService<IReadStore>().Open();
        var signIn = await connection.QueryFirstAsync<string>(
            """
            SELECT o.sign_in FROM official o JOIN seat_holder h ON h.official_id = o.id JOIN seat s ON s.id = h.seat_id
            WHERE s.kind = 2 AND o.sign_in LIKE 'specialist.%' GROUP BY o.sign_in HAVING count(*) = 2 ORDER BY o.sign_in
            """);
        var account = (await Reads.Account(signIn))!.Official;
        var seats = (await Reads.Find(await SessionOf(signIn), TimeProvider.System.GetUtcNow()))!;
        var session = new LiveSession(default, seats);
        var held = session.ActorOn(OfficeDay.Today(TimeProvider.System), null).Seats;
        Assert.True(held.Length > 2);
        Assert.Equal(held[1].Seat, session.ActorOn(OfficeDay.Today(TimeProvider.System), held[1].Seat).ActingSeat);
        Assert.Null(session.ActorOn(OfficeDay.Today(TimeProvider.System), new SeatId(1)).ActingSeat);
        Assert.Empty(session.ActorOn(new DateOnly(2020, 1, 1), null).Seats);
        Assert.Equal(account, session.ActorOn(new DateOnly(2020, 1, 1), null).Official);
    }

    private ISessionReads Reads => _node.Services.GetRequiredService<ISessionReads>();

    private async Task<byte[]> SessionOf(string signIn)
    {
        using var browser = await _node.SignedIn(signIn);
        return SessionKey.OfToken(browser.Cookies.GetCookies(_node.Url)["pr"]!.Value).ToBytes();
    }

    private async Task<(OfficialRow Official, long Head)> Stream(string signIn)
    {
        await using var connection = await _node.Services.GetRequiredService<IReadStore>().Open();
        var (id, name, clearance, stamp) = await connection.QuerySingleAsync<(int, string, int, long)>(
            "SELECT id, name, clearance, stamp FROM official WHERE sign_in = @signIn", new { signIn });
        var official = new OfficialRow
        {
            Id = new OfficialId(id),
            SignIn = signIn,
            Name = name,
            Clearance = (Secrecy)clearance,
            Demo = true,
            Stamp = stamp,
        };
        return (official, (await Reads.State(official.Id, TimeProvider.System.GetUtcNow())).Head);
    }

    /// <summary>Writes past the node's own memory, as another node would.</summary>
    private async Task Write(OfficialRow official, long head, params IRow[] rows) => Assert.IsType<CommitResult.Committed>(
        await _node.Services.GetRequiredService<ICommitWriter>().Write(new Commit
        {
            By = Actor.System,
            Appends = [new StreamAppend(StreamId.OfSessions(official.Id), head, [new Fact("test.changed", "{}")])],
            Rows = [.. rows],
        }));
}
