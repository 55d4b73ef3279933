using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Sessions.Facts;

/// <summary>The client shall look so.</summary>
public sealed record PreferencesSet(string Theme, string Density, string Locale) : IFact
{
    public static string Kind => "preferences.set";
}
