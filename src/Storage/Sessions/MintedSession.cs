using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Sessions;

/// <summary>A session made for a load test.</summary>
/// <param name="Desk">The desk of the person's unit, or the first post where the unit has none.</param>
/// <param name="Session">SHA-256 of the token that was given for it.</param>
public sealed record MintedSession(string SignIn, OfficialId Official, SeatId Desk, byte[] Session);
