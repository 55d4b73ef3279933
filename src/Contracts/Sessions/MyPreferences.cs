namespace PartyRealtime.Contracts.Sessions;

/// <summary>How the client looks; the words are those of <see cref="PreferenceRow"/>.</summary>
public sealed record MyPreferences(string Theme, string Density, string Locale);
