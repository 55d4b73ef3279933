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
    public void Begin(long position) => Interlocked.CompareExchange(ref _position, position, -1);

    /// <summary>A look found the document at this position. True when those who watch have not been told it.</summary>
    public bool Moves(long position)
    {
        var told = Interlocked.Exchange(ref _position, position);
        return told >= 0 && told < position;
    }
}
