using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Organisation.Importing;

/// <summary>A desk or post that somebody holds, in the store or by an earlier line.</summary>
/// <param name="Unit">The code of its unit.</param>
/// <param name="To">The first day on which it is no longer held; null for no end.</param>
internal sealed record ExistingPost(SeatId Seat, SeatRole Role, string Unit, DateOnly From, DateOnly? To);
