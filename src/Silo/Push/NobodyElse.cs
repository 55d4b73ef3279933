using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Silo.Push;

/// <summary>The interest of a node that is alone: there is nobody to tell.</summary>
internal sealed class NobodyElse : IPushInterest
{
    public void Follow(SeatId seat)
    {
    }

    public void Unfollow(SeatId seat)
    {
    }

    public void Follow(DocumentId document)
    {
    }

    public void Unfollow(DocumentId document)
    {
    }
}
