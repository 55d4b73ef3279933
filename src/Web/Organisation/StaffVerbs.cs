using System.Globalization;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Silo.Hosting;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Web.Hosting;
using PartyRealtime.Web.Refusals;

namespace PartyRealtime.Web.Organisation;

/// <summary>
/// Who holds which seat and whose account may be used, from the command line:
/// <c>list-seats --unit CODE</c>,
/// <c>give-seat --seat N --sign-in NAME [--from DATE] [--until DATE] [--instead-of NAME]</c>,
/// <c>end-holding --seat N --sign-in NAME [--on DATE]</c>,
/// <c>disable-account --sign-in NAME --reason WORDS</c> and <c>enable-account</c>. Dates as 2026-12-31.
/// </summary>
internal static class StaffVerbs
{
    public static Func<Task<int>> List(CommandLine line, NodeSettings settings)
    {
        var code = line.Needed("--unit", "the code of the unit");
        return async () =>
        {
            await using var store = await OfflineStore.Open(settings);
            await store.Service<IOrganisationMap>().Refresh();
            if (store.Service<IOrganisation>().Unit(code) is not { } unit)
                return await Failed($"There is no unit {code}.");
            foreach (var seat in await store.Service<IStaffReads>().Seats(store.Service<IOrganisation>().Branch(unit.Id)))
                await Console.Out.WriteLineAsync($"{seat.Seat}\t{seat.Role}\t{seat.Unit.Code}\t{seat.Title}\t{string.Join(", ", seat.Holders.Select(Words))}");
            return 0;
        };
    }

    public static Func<Task<int>> Give(CommandLine line, NodeSettings settings)
    {
        var (seat, signIn) = (Seat(line), SignIn(line));
        var (from, until, former) = (Day(line, "--from"), Day(line, "--until"), line.Value("--instead-of"));
        return () => Run(settings, [signIn, .. former is null ? (string[])[] : [Name(former)]], (staffing, people) =>
            staffing.Give(new GiveSeat(seat, people[0], from, until, former is null ? null : people[1])), seat);
    }

    public static Func<Task<int>> End(CommandLine line, NodeSettings settings)
    {
        var (seat, signIn, on) = (Seat(line), SignIn(line), Day(line, "--on"));
        return () => Run(settings, [signIn], (staffing, people) => staffing.End(new EndHolding(seat, people[0], on)), seat);
    }

    public static Func<Task<int>> Disable(CommandLine line, NodeSettings settings) => Switch(line, settings, enabled: false);

    public static Func<Task<int>> Enable(CommandLine line, NodeSettings settings) => Switch(line, settings, enabled: true);

    private static Func<Task<int>> Switch(CommandLine line, NodeSettings settings, bool enabled)
    {
        var (signIn, reason) = (SignIn(line), line.Needed("--reason", "why, for the audit"));
        return () => Run(settings, [signIn], (staffing, people) => staffing.Switch(new SwitchAccount(people[0], enabled, reason)));
    }

    private static async Task<int> Run(
        NodeSettings settings, string[] signIns, Func<Staffing, List<OfficialId>, Task<Refusal?>> act, SeatId? seat = null)
    {
        await using var store = await OfflineStore.Open(settings);
        await store.Service<IOrganisationMap>().Refresh();
        if (seat is { } id && store.Service<IOrganisation>().Seat(id) is null)
            return await Failed($"There is no desk or post {id}. list-seats --unit CODE names those of a unit.");
        var people = new List<OfficialId>();
        foreach (var signIn in signIns)
        {
            if (await store.Service<IStaffReads>().Find(signIn) is not { } official)
                return await Failed($"There is no account {signIn}.");
            people.Add(official);
        }

        if (await act(store.Service<Staffing>(), people) is not { } refusal)
            return 0;
        return await Failed($"Refused: {RefusalResults.CodeOf(refusal.Code)}{(refusal.Field is { } field ? $" of {field}" : "")}. Nothing was changed.");
    }

    private static async Task<int> Failed(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 1;
    }

    private static string Words(StaffHolder holder) =>
        $"{holder.SignIn} from {Words(holder.From)}{(holder.Until is { } until ? $" until {Words(until)}" : "")}{(holder.Enabled ? "" : " (disabled)")}";

    private static string Words(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static SeatId Seat(CommandLine line)
    {
        line.Needed("--seat", "the number of the seat, as list-seats names it");
        return new SeatId(line.Number("--seat", 0, 1, int.MaxValue));
    }

    private static string SignIn(CommandLine line) => Name(line.Needed("--sign-in", "the account's sign-in name"));

    private static string Name(string signIn) => signIn.Trim().ToLowerInvariant();

    private static DateOnly? Day(CommandLine line, string name)
    {
        if (line.Value(name) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        line.Refuse($"{name} {text}: set a day, such as 2026-12-31.");
        return null;
    }
}
