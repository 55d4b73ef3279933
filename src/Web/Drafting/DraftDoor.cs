using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Web.Auth;

namespace PartyRealtime.Web.Drafting;

/// <summary>Lets visits in by their tickets and out again, and looks again and again whether they may stay.</summary>
internal sealed class DraftDoor(DraftRooms rooms, DraftTickets tickets, ISessions sessions, ISessionEnded ended, TimeProvider time)
{
    /// <summary>
    /// Opens a draft. Every no is one no, NotInScope: a ticket that opens nothing, a draft that does not exist, one that may
    /// not be seen. Unavailable is none: the client shall come again.
    /// </summary>
    public async Task<Outcome<DraftPlace>> Enter(string? ticket, DocumentId document, DraftSocket socket, string? name, CancellationToken cancellation)
    {
        if (await tickets.Redeem(ticket) is not { } redeemed || redeemed.Document != document)
            return RefusalCode.NotInScope;
        var key = SessionKey.Of([.. redeemed.Session]);
        if (await sessions.Find(key, cancellation) is not { } session || session.Record.Official != redeemed.Official)
            return RefusalCode.NotInScope;
        var place = new DraftPlace(rooms.Enter(document), new DraftVisit(socket, name, key, redeemed.Official, time));
        var isIn = false;
        try
        {
            if (await Admit(place, session) is { } refusal)
                return refusal;
            isIn = true;
        }
        finally
        {
            if (!isIn)
                rooms.Leave(place.Room);
        }

        socket.TakeWholeFrames();
        place.Room.Open(place.Visit);
        place.Visit.Watch = ended.Subscribe(key, session.Record.Stamp, change => Changed(place, change));
        return place;
    }

    public void Leave(DraftPlace place)
    {
        place.Visit.Watch?.Dispose();
        place.Room.Close(place.Visit);
        rooms.Leave(place.Room);
    }

    /// <summary>
    /// Asks for the right again. Who has none any more is closed for good; who has another one is closed for a moment,
    /// and is told it on coming back.
    /// </summary>
    public async Task Readmit(DraftRoom room, DraftVisit visit, CancellationToken cancellation)
    {
        var right = visit.Admission.Right;
        if (await sessions.Find(visit.Session, cancellation) is not { } session)
            visit.Socket.Close(DraftClose.TicketRefused);
        else if (await Admit(new DraftPlace(room, visit), session) is { Code: RefusalCode.NotInScope })
            visit.Socket.Close(DraftClose.NotInScope);
        else if (visit.Admission.Right != right)
            visit.Socket.Close(DraftClose.Reopen);
    }

    /// <summary>Null when the person is in.</summary>
    private async Task<Refusal?> Admit(DraftPlace place, LiveSession session)
    {
        var admission = await place.Room.Admit(session.ActorOn(OfficeDay.Today(time), acting: null));
        if (!admission.IsOk)
            return admission.Refusal;
        place.Visit.Admission = admission.Value;
        place.Visit.AdmittedAt = time.GetTimestamp();
        return null;
    }

    private static void Changed(DraftPlace place, SessionChange change) =>
        place.Visit.Socket.Close(change == SessionChange.Ended ? DraftClose.TicketRefused : DraftClose.Reopen);
}
