using System.Globalization;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Hosting;
using PartyRealtime.Web.Refusals;

namespace PartyRealtime.Web.Policy;

/// <summary>
/// Stands between routing and the endpoints: origin, session, role, command id, in this order. What no endpoint was
/// found for passes; there is nothing behind it.
/// </summary>
internal sealed class ActGate(
    RequestDelegate next, NodeSettings settings, SessionCookie cookie, ISessions sessions, SessionRenewal renewal, TimeProvider time)
{
    private const string ActingSeatHeader = "X-Acting-Seat";

    /// <summary>Whose page sends it, where that is said: a browser's cookie may be another person's by now.</summary>
    private const string OfficialHeader = "X-Official";

    public async Task Invoke(HttpContext http, Caller caller)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<ActMetadata>()?.Rule is not { } rule)
        {
            await next(http);
            return;
        }

        if (!OriginRules.Allows(http.Request, settings, rule.NeedsSession))
        {
            await Refuse(http, RefusalCode.OriginRefused);
            return;
        }

        if (rule.NeedsSession)
        {
            var key = cookie.Read(http.Request);
            if (key is null || await sessions.Find(key.Value, http.RequestAborted) is not { } session || IsOfAnother(http.Request, session))
            {
                await Refuse(http, RefusalCode.SignInRequired);
                return;
            }

            _ = renewal.Use(session);
            caller.SignIn(session, session.ActorOn(OfficeDay.Today(time), ActingSeat(http.Request)));
            if (!rule.Allows(caller.Actor))
            {
                await Refuse(http, RefusalCode.NotYourRole);
                return;
            }
        }

        if (rule.IsCommand)
        {
            var command = await CommandEdge.ContextOf(http, caller.Actor);
            if (!command.IsOk)
            {
                await command.Refusal.Write(http);
                return;
            }

            caller.Send(command.Value);
        }

        await next(http);
    }

    private static bool IsOfAnother(HttpRequest request, LiveSession session) =>
        request.Headers.TryGetValue(OfficialHeader, out var said)
        && said != session.Record.Official.Value.ToString(CultureInfo.InvariantCulture);

    private static SeatId? ActingSeat(HttpRequest request) =>
        int.TryParse(request.Headers[ActingSeatHeader], out var seat) ? new SeatId(seat) : null;

    private static Task Refuse(HttpContext http, RefusalCode code) => new Refusal(code).Write(http);
}
