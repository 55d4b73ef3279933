using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Storage.Registers;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Policy;
using PartyRealtime.Web.Refusals;

namespace PartyRealtime.Web.Registers;

/// <summary>The registers of a unit, for its clerks and leaders.</summary>
internal static class RegisterEndpoints
{
    private const int PagesMax = 100_000;

    public static void MapRegisters(this IEndpointRouteBuilder app)
    {
        var registers = app.MapGroup("/api/registers").WithTags("Registers");
        registers.MapGet("/incoming", (int? unit, int? year, int? page, Caller caller, IRegisterReads reads, TimeProvider time, CancellationToken cancellation) =>
            Page(caller.Actor, unit, year, page, time, query => reads.Incoming(caller.Actor, query, cancellation))).RequireAct(Act.ReadRegister);
        registers.MapGet("/outgoing", (int? unit, int? year, int? page, Caller caller, IRegisterReads reads, TimeProvider time, CancellationToken cancellation) =>
            Page(caller.Actor, unit, year, page, time, query => reads.Outgoing(caller.Actor, query, cancellation))).RequireAct(Act.ReadRegister);
    }

    private static async Task<IResult> Page<T>(
        Actor actor, int? unit, int? year, int? page, TimeProvider time, Func<RegisterQuery, Task<T>> read)
    {
        var keeper = ActTable.Of(Act.ReadRegister).Roles;
        var held = actor.Seats.FirstOrDefault(seat =>
            keeper.Contains(seat.Role) && seat.Unit is { } id && (unit is null || id.Value == unit));
        if (held?.Unit is not { } mine)
            return new Refusal(RefusalCode.NotInScope).ToResult();
        if (page is < 1 or > PagesMax)
            return new Refusal(RefusalCode.FieldInvalid, "page").ToResult();
        return Results.Ok(await read(new RegisterQuery(mine, year ?? OfficeDay.Today(time).Year, page ?? 1)));
    }
}
