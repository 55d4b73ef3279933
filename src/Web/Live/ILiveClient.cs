using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Live;

namespace PartyRealtime.Web.Live;

/// <summary>What the server pushes. Names and shapes are the wire contract.</summary>
public interface ILiveClient
{
    Task InboxChanged(InboxChanged message);

    Task Behind(Behind message);

    Task BoardChanged(BoardChange message);

    Task DocumentChanged(DocumentChanged message);

    Task DocumentClosed(DocumentClosed message);

    Task SignedOut(SignedOut message);

    Task ServerLeaving(ServerLeaving message);

    Task StoreChanged(StoreChanged message);
}
