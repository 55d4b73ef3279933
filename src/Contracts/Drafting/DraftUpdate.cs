using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Drafting;

/// <summary>A Yjs update (format v1) that a person sent.</summary>
/// <param name="By">The person whose socket it came on.</param>
/// <param name="Bytes">The update; at most 1 MB.</param>
/// <param name="From">By which visit it came, in its room's numbers: that one has it as it stands here. 0 where nobody has.</param>
/// <param name="Client">The client id that the sender's own text has, as it said itself; null where it said none.</param>
[GenerateSerializer, Immutable, Alias("draft-update")]
public sealed record DraftUpdate(
    [property: Id(0)] OfficialId By, [property: Id(1)] byte[] Bytes, [property: Id(2)] long From = 0, [property: Id(3)] long? Client = null);
