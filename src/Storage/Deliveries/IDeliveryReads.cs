using System.Collections.Immutable;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;

namespace PartyRealtime.Storage.Deliveries;

/// <summary>Deliveries as the tables hold them, without a policy.</summary>
public interface IDeliveryReads
{
    /// <summary>The delivery; null when there is none.</summary>
    Task<DeliveryRow?> Find(DeliveryId id, CancellationToken cancellation = default);

    /// <summary>The steps of a delivery, in the order they were given.</summary>
    Task<ImmutableArray<StepRow>> Steps(DeliveryId id, CancellationToken cancellation = default);

    /// <summary>
    /// Deliveries that nobody has opened though their time has passed at <paramref name="now"/>, that no recall asks back,
    /// and of which the leader was not told; the longest waiting first, at most <paramref name="max"/>.
    /// </summary>
    Task<ImmutableArray<DeliveryRow>> Unopened(DateTimeOffset now, int max, CancellationToken cancellation = default);

    /// <summary>Deliveries of a document by ordinal, those after <paramref name="after"/>, at most <paramref name="max"/>.</summary>
    Task<ImmutableArray<DeliveryRow>> Chunk(DocumentId document, long after, int max, CancellationToken cancellation = default);
}
