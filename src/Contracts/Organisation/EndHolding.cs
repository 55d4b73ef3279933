namespace PartyRealtime.Contracts.Organisation;

/// <summary>Somebody shall hold a desk or a post no longer.</summary>
/// <param name="Seat">The desk or post.</param>
/// <param name="Official">Whose it is, today or from a later day.</param>
/// <param name="On">The first day it is no longer held; today when null. Not before today, and at most a year ahead.</param>
[GenerateSerializer, Immutable, Alias("end-holding")]
public sealed record EndHolding(
    [property: Id(0)] SeatId Seat,
    [property: Id(1)] OfficialId Official,
    [property: Id(2)] DateOnly? On);
