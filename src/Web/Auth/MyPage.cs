using System.Collections.Immutable;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.Storage.Hosting;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Storage.Sessions;

namespace PartyRealtime.Web.Auth;

/// <summary>What the client knows of the signed-in person.</summary>
internal sealed class MyPage(ISessionReads reads, IOrganisationMap organisation, StoreEpoch epoch)
{
    public async Task<Me> Of(LiveSession session, Actor actor, CancellationToken cancellation)
    {
        var preferences = await reads.Preferences(actor.Official, cancellation);
        return new Me(
            new MyAccount(actor.Official, actor.Name, session.Record.SignIn),
            [.. actor.Seats.OrderBy(seat => seat.Kind).ThenBy(seat => seat.Seat.Value).Select(Seat)],
            epoch.Value,
            new MyPreferences(preferences.Theme, preferences.Density, preferences.Locale),
            actor.Seats.Any(seat => seat.Role == SeatRole.Operator));
    }

    private MySeat Seat(HeldSeat seat)
    {
        var map = organisation.Current;
        var unit = seat.Unit is { } id ? map.Unit(id) : null;
        var merged = ReaderScope.UnitsOf(seat, map)
            .Where(opened => opened != seat.Unit)
            .Select(opened => Merged(map, opened))
            .OfType<MergedUnit>()
            .Take(MySeat.MergedMax)
            .ToImmutableArray();
        return new MySeat(seat.Seat, seat.Kind, seat.Role, seat.Title, unit?.Ref)
        {
            Merged = merged.IsEmpty ? null : merged,
        };
    }

    private static MergedUnit? Merged(OrganisationMap map, UnitId id) =>
        map.Unit(id) is { EndsOn: { } on, Successor: { } successor } unit && map.Unit(successor) is { } into
            ? new MergedUnit(unit.Ref, on, into.Ref)
            : null;
}
