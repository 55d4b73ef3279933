using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Drafting;

/// <summary>A Yjs client id belongs to one person in one draft, from its first update on and for ever; written once.</summary>
public sealed record DraftClientRow : IRow
{
    public required DocumentId Document { get; init; }

    /// <summary>What Yjs calls the client; every opened editor has one.</summary>
    public required long Client { get; init; }

    public required OfficialId Official { get; init; }
}
