using Microsoft.AspNetCore.SignalR;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Web.Auth;

namespace PartyRealtime.Web.Live;

/// <summary>Lets connections in and out, and closes those whose session or rights have ended.</summary>
internal sealed class LiveDoor(
    LiveMap map, BoardWatches boards, PageWatches pages, ISessionEnded sessions, LiveMetrics metrics, TimeProvider time)
{
    /// <summary>The reason given to a connection whose session ended.</summary>
    public const string SessionEnded = "sessionEnded";

    /// <summary>How long a connection has to take that reason; one that does not read is closed without it.</summary>
    internal static readonly TimeSpan TellingMax = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Puts the connection into the map with the seats held today. It is told the heads of its seats by the next poll:
    /// what was committed between its handshake and this moment was pushed to nobody.
    /// </summary>
    public Visit Open(HubCallerContext context, ILiveClient client, Caller caller)
    {
        var actor = caller.Actor;
        var connection = new LiveConnection(
            context.ConnectionId,
            caller.Session,
            actor.Clearance,
            [.. actor.Seats.Select(seat => seat.Seat).Distinct()],
            client,
            () =>
            {
                metrics.Cut();
                context.Abort();
            });
        var watch = sessions.Subscribe(caller.Session.Key, caller.Session.Record.Stamp, change => _ = End(context, connection, change));
        map.Add(connection);
        // The day may have changed since the request was let in, and the map's own look at it may be over.
        LiveMap.Recheck(connection, OfficeDay.Today(time));
        return new Visit(connection, actor, watch);
    }

    public void Close(Visit visit)
    {
        visit.SessionWatch.Dispose();
        map.Remove(visit.Connection.Id);
        foreach (var document in visit.Boards)
            boards.Unwatch(visit.Connection.Id, document);
        foreach (var document in visit.Pages)
            pages.Unwatch(visit.Connection.Id, document);
    }

    /// <summary>
    /// A session that ended is told so; one with other rights is only closed: it comes back with them and catches up. Neither
    /// is sent anything else from here on.
    /// </summary>
    private async Task End(HubCallerContext context, LiveConnection connection, SessionChange change)
    {
        try
        {
            connection.Silence();
            map.Remove(connection.Id);
            if (change == SessionChange.Ended)
                await connection.Client.SignedOut(new SignedOut(SessionEnded)).WaitAsync(TellingMax, time);
        }
        catch (Exception)
        {
            // It does not read, or is gone: who comes back is told at the door.
        }
        finally
        {
            context.Abort();
        }
    }
}
