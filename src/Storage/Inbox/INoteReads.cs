using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Inbox;

/// <summary>Whom notes can be sent to.</summary>
public interface INoteReads
{
    /// <summary>The person, with the seats held today; null for one who is not there, is disabled or holds no person seat.</summary>
    Task<Addressee?> Find(OfficialId official, CancellationToken cancellation = default);
}
