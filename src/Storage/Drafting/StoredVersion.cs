using System.Collections.Immutable;
using PartyRealtime.Contracts.Drafting;

namespace PartyRealtime.Storage.Drafting;

/// <summary>What tells who wrote a version.</summary>
/// <param name="State">The whole document as one Yjs update (format v1).</param>
/// <param name="Clients">Every client id of the draft that is bound to a person.</param>
public sealed record StoredVersion(byte[] State, ImmutableArray<DraftClientRow> Clients);
