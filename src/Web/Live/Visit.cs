using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Web.Live;

/// <summary>
/// What the hub remembers of one connection. One hub method of a connection runs at a time, so nothing here is locked.
/// </summary>
internal sealed class Visit(LiveConnection connection, Actor actor, IDisposable sessionWatch)
{
    public LiveConnection Connection => connection;

    /// <summary>The person with the seats held when the connection was made; when they change, it is closed.</summary>
    public Actor Actor => actor;

    public IDisposable SessionWatch => sessionWatch;

    /// <summary>The boards that are open.</summary>
    public HashSet<DocumentId> Boards { get; } = [];

    /// <summary>The documents whose pages are open.</summary>
    public HashSet<DocumentId> Pages { get; } = [];
}
