using System.Collections.Immutable;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;

namespace PartyRealtime.Contracts.Live;

/// <summary>
/// What one commit changed that somebody may be looking at. A hint: it may be lost, it may overtake another one, and
/// nothing is decided on it. The tables are the truth.
/// </summary>
/// <param name="At">When the writing node handed it over, by that node's clock; only the lag metric reads it.</param>
/// <param name="Inbox">The inbox positions that the commit took, in its order.</param>
/// <param name="Documents">The documents that changed or of which a delivery changed, each once: whoever has the page or the board open asks again.</param>
[GenerateSerializer, Immutable, Alias("push-envelope")]
public sealed record PushEnvelope(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] ImmutableArray<CommittedInboxChange> Inbox,
    [property: Id(2)] ImmutableArray<DocumentId> Documents)
{
    /// <summary>Nobody can be looking at anything that this commit changed.</summary>
    public bool IsEmpty => Inbox.IsEmpty && Documents.IsEmpty;
}
