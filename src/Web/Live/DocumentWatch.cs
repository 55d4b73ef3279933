using PartyRealtime.Contracts.Documents;

namespace PartyRealtime.Web.Live;

/// <summary>Something of a document that somebody on this node has open: who, and whether it may have changed since the last look.</summary>
internal abstract class DocumentWatch(DocumentId document)
{
    private readonly HashSet<string> _watchers = [];
    private int _touched;
    private bool _retired;

    public DocumentId Document => document;

    public bool IsTouched => Volatile.Read(ref _touched) != 0;

    /// <summary>The document, or a delivery of it, changed.</summary>
    public void Touch() => Volatile.Write(ref _touched, 1);

    /// <summary>Before a look reads: what commits while it runs is looked at again.</summary>
    public void Untouch() => Volatile.Write(ref _touched, 0);

    /// <summary>False when the watch was retired meanwhile: take a new one.</summary>
    public bool Add(string connection)
    {
        lock (_watchers)
        {
            if (!_retired)
                _watchers.Add(connection);
            return !_retired;
        }
    }

    /// <summary>True when nobody is left: the watch is retired and must leave the map.</summary>
    public bool Remove(string connection)
    {
        lock (_watchers)
        {
            _watchers.Remove(connection);
            _retired = _watchers.Count == 0;
            return _retired;
        }
    }
}
