namespace PartyRealtime.Storage.Organisation.Importing;

/// <summary>What a file is checked against.</summary>
/// <param name="Units">Units of the store, by code in any case.</param>
/// <param name="SignIns">Sign-in names of the store.</param>
/// <param name="Base">The highest ids of the store.</param>
/// <param name="Today">The day that validity starts on where the file names none.</param>
internal sealed record ImportScene(
    IReadOnlyDictionary<string, ExistingUnit> Units, IReadOnlySet<string> SignIns, ImportBase Base, DateOnly Today);
