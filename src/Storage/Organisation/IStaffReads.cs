using System.Collections.Immutable;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Organisation;

/// <summary>Reads who holds what, for those who manage it.</summary>
public interface IStaffReads
{
    /// <summary>
    /// The desks and posts of these units with who holds them today or from a later day, in the order of the units and of the
    /// seats' ids.
    /// </summary>
    Task<ImmutableArray<StaffSeat>> Seats(IReadOnlyCollection<UnitFacts> units, CancellationToken cancellation = default);

    /// <summary>What a decision about a seat, or about an account alone, is made on.</summary>
    /// <param name="seat">The seat; null for a decision about accounts.</param>
    /// <param name="people">Those whose rights change.</param>
    Task<StaffScene> Scene(SeatId? seat, IReadOnlyCollection<OfficialId> people, CancellationToken cancellation = default);

    /// <summary>The account of a sign-in name, disabled or not; null when there is none.</summary>
    Task<OfficialId?> Find(string signIn, CancellationToken cancellation = default);
}
