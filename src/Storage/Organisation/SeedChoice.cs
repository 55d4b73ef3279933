using PartyRealtime.Storage.Organisation.Seeding;

namespace PartyRealtime.Storage.Organisation;

/// <summary>What an empty store gets.</summary>
internal sealed record SeedChoice(OrganisationSize? Size);
