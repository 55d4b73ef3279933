using PartyRealtime.Contracts.Fields;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Contracts.Registers;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Storage.Registers;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Papers;
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
        registers.MapGet("/incoming", (
            int? unit, int? year, int? page, Caller caller, IRegisterReads reads, IOrganisationMap organisation, TimeProvider time, CancellationToken cancellation) =>
            Page(Scope(caller, organisation), unit, year, page, time, query => reads.Incoming(caller.Actor, query, cancellation))).RequireAct(Act.ReadRegister);
        registers.MapGet("/outgoing", (
            int? unit, int? year, int? page, Caller caller, IRegisterReads reads, IOrganisationMap organisation, TimeProvider time, CancellationToken cancellation) =>
            Page(Scope(caller, organisation), unit, year, page, time, query => Outgoing(reads, caller, organisation, query, cancellation))).RequireAct(Act.ReadRegister);
        MapExport(registers, "/incoming/export", RegisterBook.Incoming);
        MapExport(registers, "/outgoing/export", RegisterBook.Outgoing);
    }

    private static void MapExport(RouteGroupBuilder registers, string path, RegisterBook book) =>
        registers.MapGet(path, async (
            int? unit, int? year, string? locale, Caller caller, IRegisterReads reads, IOrganisationMap organisation, TimeProvider time, CancellationToken cancellation) =>
        {
            if (Open(Scope(caller, organisation), unit) is not { } of)
                return new Refusal(RefusalCode.NotInScope).ToResult();
            var shown = year ?? OfficeDay.Today(time).Year;
            return await reads.CountOpen(book, caller.Actor, of, shown, cancellation) > RegisterSheet.LinesMax
                ? new Refusal(RefusalCode.TooMany, "year", FieldRules.Limit(RegisterSheet.LinesMax)).ToResult()
                : new RegisterSheet(book, shown, RegisterWords.In(locale), Lines(organisation.Current, of, reads.ReadOpen(book, caller.Actor, of, shown, cancellation)));
        }).RequireAct(Act.ReadRegister);

    private static async Task<RegisterPage> Outgoing(
        IRegisterReads reads, Caller caller, IOrganisationMap organisation, RegisterQuery query, CancellationToken cancellation)
    {
        var page = await reads.Outgoing(caller.Actor, query, cancellation);
        return page with { Rows = [.. page.Rows.Select(line => Named(line, organisation.Current, query.Unit))] };
    }

    private static async IAsyncEnumerable<RegisterLine> Lines(OrganisationMap organisation, UnitId unit, IAsyncEnumerable<RegisterLine> lines)
    {
        await foreach (var line in lines)
            yield return Named(line, organisation, unit);
    }

    private static RegisterLine Named(RegisterLine line, OrganisationMap organisation, UnitId unit) => line.Issue is null
        ? line
        : line with
        {
            Recipients = PaperRecipients.Line(PaperRecipients.Names(line.Issue, unit, organisation, RegisterLine.NamedMax), RegisterLine.NamedMax),
        };

    private static UnitId? Open(ReaderScope reader, int? unit) =>
        reader.Units.Where(id => unit is null || id.Value == unit).Cast<UnitId?>().FirstOrDefault();

    private static ReaderScope Scope(Caller caller, IOrganisationMap organisation) => ReaderScope.Of(caller.Actor, organisation.Current);

    /// <summary>The own unit's book, or that of a unit that was merged into it.</summary>
    private static async Task<IResult> Page<T>(
        ReaderScope reader, int? unit, int? year, int? page, TimeProvider time, Func<RegisterQuery, Task<T>> read)
    {
        if (Open(reader, unit) is not { } open)
            return new Refusal(RefusalCode.NotInScope).ToResult();
        if (page is < 1 or > PagesMax)
            return new Refusal(RefusalCode.FieldInvalid, "page").ToResult();
        return Results.Ok(await read(new RegisterQuery(open, year ?? OfficeDay.Today(time).Year, page ?? 1)));
    }
}
