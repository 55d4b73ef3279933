using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Web.Live;

/// <summary>Something of a document that somebody on this node has open: who, and whether it may have changed since the last look.</summary>
internal abstract class DocumentWatch(DocumentId document)
{
    private readonly Dictionary<string, Actor> _watchers = [];
    private int _touched;
    private bool _retired;

    public DocumentId Document => document;

    /// <summary>The connections that have it open now, and who is there.</summary>
    public IReadOnlyList<(string Connection, Actor Person)> Watchers
    {
        get
        {
            lock (_watchers)
                return [.. _watchers.Select(watcher => (watcher.Key, watcher.Value))];
        }
    }

    public bool IsTouched => Volatile.Read(ref _touched) != 0;

    /// <summary>The document, or a delivery of it, changed.</summary>
    public void Touch() => Volatile.Write(ref _touched, 1);

    /// <summary>Before a look reads: what commits while it runs is looked at again.</summary>
    public void Untouch() => Volatile.Write(ref _touched, 0);

    /// <summary>False when the watch was retired meanwhile: take a new one.</summary>
    public bool Add(string connection, Actor person)
    {
        lock (_watchers)
        {
            if (!_retired)
                _watchers[connection] = person;
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
