using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.Storage.Sessions;
using PartyRealtime.Web.Policy;
using PartyRealtime.Web.Refusals;

namespace PartyRealtime.Web.Auth;

/// <summary>Signing in and out, the own sessions, how the client looks.</summary>
internal static class SessionEndpoints
{
    private const int SignInCharsMax = 100;

    /// <summary>
    /// A refused sign-in is answered at a whole multiple of this: counting a failure of an account that exists takes a
    /// few milliseconds more than counting none, and that must not show.
    /// </summary>
    private static readonly TimeSpan RefusedEvery = TimeSpan.FromMilliseconds(300);

    public static IEndpointRouteBuilder MapSessions(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/session", SignIn).RequireAct(Act.SignIn);
        app.MapGet("/api/session", GetMe).RequireAct(Act.ReadOwnSession);
        app.MapDelete("/api/session", SignOut).RequireAct(Act.EndOwnSession);
        app.MapPut("/api/session/password", PasswordChange.Run).RequireAct(Act.ChangePassword);
        app.MapGet("/api/sessions", List).RequireAct(Act.ReadOwnSession);
        app.MapDelete("/api/sessions", SignOutEverywhere).RequireAct(Act.EndOwnSession);
        app.MapPut("/api/preferences", SetPreferences).RequireAct(Act.SetPreferences);
        return app;
    }

    private static async Task<IResult> SignIn(
        SignInRequest request,
        HttpContext http,
        PasswordGate gate,
        IGrainFactory grains,
        ISessions sessions,
        SessionCookie cookie,
        MyPage page,
        TimeProvider time,
        CancellationToken cancellation)
    {
        if (request is not { SignIn: { Length: > 0 } name, Password: { Length: > 0 } password })
            return new Refusal(RefusalCode.FieldMissing, request.SignIn is { Length: > 0 } ? "password" : "signIn").ToResult();
        if (name.Length > SignInCharsMax || password.Length > SessionLimits.PasswordCharsMax)
            return new Refusal(RefusalCode.SignInFailed).ToResult();
        var began = time.GetTimestamp();
        var token = SessionCookie.NewToken();
        var opened = await Open(name.Trim().ToLowerInvariant(), password, token, http, gate, grains, cancellation);
        if (!opened.IsOk)
        {
            if (opened.Refusal.Code == RefusalCode.SignInFailed)
                await Task.Delay(TimeSpan.FromTicks(RefusedEvery.Ticks - (time.GetElapsedTime(began).Ticks % RefusedEvery.Ticks)), time, cancellation);
            return opened.Refusal.ToResult();
        }

        if (cookie.Read(http.Request) is { } former)
            await EndQuietly(former, grains, sessions, cancellation);
        if (await sessions.Find(opened.Value, cancellation) is not { } session)
            return new Refusal(RefusalCode.SignInFailed).ToResult();
        cookie.Write(http.Response, token);
        return Results.Ok(await page.Of(session, session.ActorOn(OfficeDay.Today(time), acting: null), cancellation));
    }

    private static async Task<Outcome<SessionKey>> Open(
        string name, string password, string token, HttpContext http, PasswordGate gate, IGrainFactory grains, CancellationToken cancellation)
    {
        var account = await gate.SignIn(name, password, http.Connection.RemoteIpAddress?.ToString() ?? "", cancellation);
        if (!account.IsOk)
            return account.Refusal;
        var key = SessionKey.OfToken(token);
        var opened = await grains.GetGrain<ISessionGrain>(account.Value.Official.Value)
            .Open(new OpenSession(key.ToImmutable(), http.Request.Headers.UserAgent.ToString()));
        return opened.IsOk ? key : opened.Refusal;
    }

    /// <summary>A browser has one session: who signs in again leaves the former one.</summary>
    private static async Task EndQuietly(SessionKey former, IGrainFactory grains, ISessions sessions, CancellationToken cancellation)
    {
        if (await sessions.Find(former, cancellation) is not { } session)
            return;
        await grains.GetGrain<ISessionGrain>(session.Record.Official.Value).End(new EndSessions(former.ToImmutable()));
        sessions.End(former);
    }

    private static async Task<IResult> GetMe(Caller caller, MyPage page, CancellationToken cancellation) =>
        Results.Ok(await page.Of(caller.Session, caller.Actor, cancellation));

    private static async Task<IResult> SignOut(
        Caller caller, HttpContext http, IGrainFactory grains, ISessions sessions, SessionCookie cookie)
    {
        var key = caller.Session.Key;
        var ended = await grains.GetGrain<ISessionGrain>(caller.Actor.Official.Value).End(new EndSessions(key.ToImmutable()));
        if (!ended.IsOk)
            return ended.Refusal.ToResult();
        sessions.End(key);
        cookie.Clear(http.Response);
        return Results.NoContent();
    }

    private static async Task<IResult> List(Caller caller, ISessionReads reads, TimeProvider time, CancellationToken cancellation)
    {
        var open = await reads.OfOfficial(caller.Actor.Official, time.GetUtcNow(), cancellation);
        return Results.Ok(open.Select(session => new MySession(
            SessionKey.Of(session.Id).Hex[..16],
            session.CreatedAt,
            session.SeenAt,
            session.UserAgent,
            SessionKey.Of(session.Id) == caller.Session.Key)));
    }

    private static async Task<IResult> SignOutEverywhere(
        Caller caller, HttpContext http, IGrainFactory grains, ISessionReads reads, ISessions sessions, SessionCookie cookie, TimeProvider time)
    {
        var open = await reads.OfOfficial(caller.Actor.Official, time.GetUtcNow());
        var ended = await grains.GetGrain<ISessionGrain>(caller.Actor.Official.Value).End(new EndSessions(null));
        if (!ended.IsOk)
            return ended.Refusal.ToResult();
        foreach (var session in open)
            sessions.End(SessionKey.Of(session.Id));
        cookie.Clear(http.Response);
        return Results.NoContent();
    }

    private static async Task<IResult> SetPreferences(SetPreferences request, Caller caller, IGrainFactory grains) =>
        (await grains.GetGrain<ISessionGrain>(caller.Actor.Official.Value).SetPreferences(caller.Command, request)).ToResult();
}
