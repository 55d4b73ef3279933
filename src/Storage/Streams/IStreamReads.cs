using PartyRealtime.Contracts.Streams;

namespace PartyRealtime.Storage.Streams;

/// <summary>Where streams stand.</summary>
public interface IStreamReads
{
    /// <summary>The last position of the stream; 0 for one that does not exist yet.</summary>
    Task<long> Head(StreamId stream, CancellationToken cancellation = default);

    /// <summary>The last positions of these streams; one that does not exist yet is left out.</summary>
    Task<IReadOnlyDictionary<StreamId, long>> Heads(IReadOnlyCollection<StreamId> streams, CancellationToken cancellation = default);
}
