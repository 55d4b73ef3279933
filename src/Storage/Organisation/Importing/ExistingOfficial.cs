using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Organisation.Importing;

/// <summary>Somebody whom the file names and the store has already.</summary>
internal sealed record ExistingOfficial(OfficialId Id, IReadOnlyList<ExistingPost> Posts);
