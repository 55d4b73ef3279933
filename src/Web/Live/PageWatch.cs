using PartyRealtime.Contracts.Documents;

namespace PartyRealtime.Web.Live;

/// <summary>One document's page that somebody on this node has open, and the position that was told last.</summary>
internal sealed class PageWatch(DocumentId document) : DocumentWatch(document)
{
    private long _position = -1;

    /// <summary>
    /// Somebody begins to watch and is told this position. Changes are compared with the earliest that anybody was told
    /// since the last look, so that nobody misses one.
    /// </summary>
    public void Begin(long position)
    {
        var told = Interlocked.Read(ref _position);
        while ((told < 0 || position < told) && Interlocked.CompareExchange(ref _position, position, told) is var found && found != told)
            told = found;
    }

    /// <summary>Whether somebody who watches has not been told this position yet.</summary>
    public bool IsBefore(long position) => Interlocked.Read(ref _position) is >= 0 and var told && told < position;

    /// <summary>All who watch are told this position. The loop alone says so, of a watch that has begun.</summary>
    public void Told(long position) => Interlocked.Exchange(ref _position, position);
}
