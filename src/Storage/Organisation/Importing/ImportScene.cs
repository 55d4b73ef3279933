namespace PartyRealtime.Storage.Organisation.Importing;

/// <summary>What a file is checked against.</summary>
/// <param name="Units">Units of the store, by code in any case.</param>
/// <param name="Officials">Those of the store whom the file names, by sign-in name.</param>
/// <param name="Base">The highest ids of the store.</param>
/// <param name="Today">The day that validity starts on where the file names none.</param>
internal sealed record ImportScene(
    IReadOnlyDictionary<string, ExistingUnit> Units,
    IReadOnlyDictionary<string, ExistingOfficial> Officials,
    ImportBase Base,
    DateOnly Today);
