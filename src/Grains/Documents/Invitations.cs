using System.Collections.Immutable;
using PartyRealtime.Contracts.Drafting;

namespace PartyRealtime.Grains.Documents;

/// <summary>The seats that are invited to a draft before and after an act.</summary>
internal sealed record Invitations(ImmutableArray<DraftParticipantRow> Before, ImmutableArray<DraftParticipantRow> After);
