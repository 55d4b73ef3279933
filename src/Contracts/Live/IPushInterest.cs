using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Live;

/// <summary>
/// What somebody on this node is looking at. The other nodes are told, so that a hint goes only where it is wanted. Both
/// methods return at once; the others know within milliseconds, and what they send meanwhile is found by the poll of
/// heads.
/// </summary>
public interface IPushInterest
{
    /// <summary>From now on hints of this seat are wanted here. Once for each seat, until <see cref="Unfollow(SeatId)"/>.</summary>
    void Follow(SeatId seat);

    void Unfollow(SeatId seat);

    /// <summary>From now on hints of this document, for its page and its board, are wanted here.</summary>
    void Follow(DocumentId document);

    void Unfollow(DocumentId document);
}
