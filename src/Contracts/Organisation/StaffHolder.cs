namespace PartyRealtime.Contracts.Organisation;

/// <summary>Who holds a seat, and when.</summary>
/// <param name="Until">The first day it is no longer held.</param>
/// <param name="Enabled">False for a disabled account.</param>
public sealed record StaffHolder(OfficialId Official, string Name, string SignIn, DateOnly From, DateOnly? Until, bool Enabled);
