namespace PartyRealtime.Contracts.Organisation;

/// <summary>Somebody shall hold a desk or a post.</summary>
/// <param name="Seat">The desk or post.</param>
/// <param name="Official">Who shall hold it, beside those who do.</param>
/// <param name="From">The first day; today when null. Not before today, and at most a year ahead.</param>
/// <param name="Until">The first day it is no longer held; null for no end.</param>
/// <param name="InsteadOf">Whose holding ends on the first day; null when nobody's does.</param>
[GenerateSerializer, Immutable, Alias("give-seat")]
public sealed record GiveSeat(
    [property: Id(0)] SeatId Seat,
    [property: Id(1)] OfficialId Official,
    [property: Id(2)] DateOnly? From,
    [property: Id(3)] DateOnly? Until,
    [property: Id(4)] OfficialId? InsteadOf);
