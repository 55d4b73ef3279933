namespace PartyRealtime.Contracts.Sessions;

/// <summary>How a person wants the client to look; the words are those of <see cref="PreferenceRow"/>.</summary>
[GenerateSerializer, Immutable, Alias("set-preferences")]
public sealed record SetPreferences(
    [property: Id(0)] string Theme,
    [property: Id(1)] string Density,
    [property: Id(2)] string Locale);
