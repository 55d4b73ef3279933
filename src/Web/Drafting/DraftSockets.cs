using System.Collections.Concurrent;
using PartyRealtime.Silo.Hosting;

namespace PartyRealtime.Web.Drafting;

/// <summary>The sockets of this node, with what is spoken on them.</summary>
internal sealed class DraftSockets : IConnectionsHere
{
    private readonly ConcurrentDictionary<DraftSocket, IDraftConversation> _open = new();

    public int Count => _open.Count;

    public void Add(DraftSocket socket, IDraftConversation conversation) => _open[socket] = conversation;

    public void Remove(DraftSocket socket) => _open.TryRemove(socket, out _);

    /// <summary>Sends something on every socket that was silent for so long.</summary>
    public void KeepAlive(TimeSpan silence)
    {
        foreach (var (socket, conversation) in _open)
        {
            if (socket.Silence >= silence)
                socket.Send(conversation.KeepAlive);
        }
    }

    /// <summary>Closes every socket on which no draft was open for so long.</summary>
    public void CloseUnopened(TimeSpan max)
    {
        foreach (var (socket, conversation) in _open)
        {
            if (conversation.Unopened >= max)
                socket.Close(DraftClose.Unopened);
        }
    }

    /// <summary>Their clients come back by themselves.</summary>
    public Task<int> Move(int max)
    {
        var leaving = _open.Keys.Take(max).ToList();
        foreach (var socket in leaving)
            socket.Close(DraftClose.Leaving);
        return Task.FromResult(leaving.Count);
    }

    public void CloseAll(DraftClose why)
    {
        foreach (var socket in _open.Keys)
            socket.Close(why);
    }
}
