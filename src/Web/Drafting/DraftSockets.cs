using System.Collections.Concurrent;
using PartyRealtime.Web.Requests;

namespace PartyRealtime.Web.Drafting;

/// <summary>The sockets of this node, with what is spoken on them.</summary>
internal sealed class DraftSockets
{
    private readonly ConcurrentDictionary<DraftSocket, IDraftConversation> _open = new();

    public DraftSockets(StandingConnections connections)
    {
        Connections = connections;
        connections.Count(() => Count);
    }

    public int Count => _open.Count;

    /// <summary>What they are counted with.</summary>
    public StandingConnections Connections { get; }

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

    public void CloseAll(DraftClose why)
    {
        foreach (var socket in _open.Keys)
            socket.Close(why);
    }
}
