using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Sessions;

/// <summary>The signed-in person as the client knows it.</summary>
/// <param name="Official">The person.</param>
/// <param name="Seats">The seats held today, desks and posts before the person's own.</param>
/// <param name="Epoch">The life of the stored positions.</param>
/// <param name="Preferences">How the client looks.</param>
/// <param name="Operator">Whether the person runs the system.</param>
public sealed record Me(MyAccount Official, ImmutableArray<MySeat> Seats, Guid Epoch, MyPreferences Preferences, bool Operator);
