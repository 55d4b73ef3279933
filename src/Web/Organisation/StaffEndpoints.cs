using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Policy;
using PartyRealtime.Web.Refusals;
using PartyRealtime.Web.Requests;

namespace PartyRealtime.Web.Organisation;

/// <summary>
/// Who holds which seat and whose account may be used, for those who manage it. What is taken away is taken at once from
/// whoever is connected here, and elsewhere within 5 s.
/// </summary>
internal static class StaffEndpoints
{
    public static IEndpointRouteBuilder MapStaff(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("/api/staff").WithTags("Staff");
        staff.MapGet("/", List).RequireAct(Act.ReadStaff);
        staff.MapPost("/seats/{seat:int}/give", Give).RequireAct(Act.ManageStaff);
        staff.MapPost("/seats/{seat:int}/end", End).RequireAct(Act.ManageStaff);
        staff.MapPost("/accounts/{official:int}/disable", Disable).RequireAct(Act.SwitchAccount);
        staff.MapPost("/accounts/{official:int}/enable", Enable).RequireAct(Act.SwitchAccount);
        return app;
    }

    /// <summary>The seats of every unit that the caller is admin of, with the rooms below it.</summary>
    private static async Task<IResult> List(Caller caller, IOrganisation organisation, IStaffReads staff, CancellationToken cancellation)
    {
        var units = caller.Actor.Seats
            .Where(seat => seat is { Role: SeatRole.UnitAdmin, Unit: not null })
            .SelectMany(seat => organisation.Branch(seat.Unit!.Value))
            .DistinctBy(unit => unit.Id);
        return Results.Ok(await staff.Seats([.. units], cancellation));
    }

    private static async Task<IResult> Give(int seat, GiveSeatBody body, Caller caller, IGrainFactory grains, ISessions sessions)
    {
        var given = await Organisation(grains).Give(
            caller.Command, new GiveSeat(new SeatId(seat), body.Official, body.From, body.Until, body.InsteadOf));
        if (given.IsOk)
        {
            sessions.ChangeRights(body.Official);
            if (body.InsteadOf is { } former)
                sessions.ChangeRights(former);
        }

        return given.ToResult();
    }

    private static async Task<IResult> End(int seat, EndHoldingBody body, Caller caller, IGrainFactory grains, ISessions sessions)
    {
        var ended = await Organisation(grains).End(caller.Command, new EndHolding(new SeatId(seat), body.Official, body.On));
        if (ended.IsOk)
            sessions.ChangeRights(body.Official);
        return ended.ToResult();
    }

    private static async Task<IResult> Disable(int official, SwitchAccountBody body, Caller caller, IGrainFactory grains, ISessions sessions)
    {
        var disabled = await Organisation(grains).Switch(
            caller.Command, new SwitchAccount(new OfficialId(official), Enabled: false, Nfc.Of(body.Reason) ?? ""));
        if (disabled.IsOk)
            sessions.EndAll(new OfficialId(official));
        return disabled.ToResult();
    }

    private static async Task<IResult> Enable(int official, SwitchAccountBody body, Caller caller, IGrainFactory grains) =>
        (await Organisation(grains).Switch(
            caller.Command, new SwitchAccount(new OfficialId(official), Enabled: true, Nfc.Of(body.Reason) ?? ""))).ToResult();

    private static IOrganisationGrain Organisation(IGrainFactory grains) => grains.GetGrain<IOrganisationGrain>(0);
}
