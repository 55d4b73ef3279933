using System.Collections.Concurrent;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Inbox;

/// <summary>
/// The people this node has sent notes to lately. What it says is at most <see cref="KeptFor"/> old, within the 5 s in
/// which changed rights must be known everywhere; together with the session's own cache a note needs no read. Where notes
/// come thick, one read renews many: it takes along those who were asked for and are soon too old.
/// </summary>
internal sealed class AddresseeCache(NoteReads reads, TimeProvider time) : INoteReads
{
    /// <summary>Together with the time of one read it stays below the promised 5 s.</summary>
    internal static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(4);

    /// <summary>From this age on a read for somebody else renews an entry.</summary>
    internal static readonly TimeSpan RenewedFrom = TimeSpan.FromSeconds(2);

    /// <summary>In one read; one that waits for its own answer waits for theirs too.</summary>
    internal const int PeopleInReadMax = 200;

    /// <summary>About 10 MB; beyond it the oldest are forgotten.</summary>
    internal const int PeopleMax = 20_000;

    private readonly ConcurrentDictionary<OfficialId, Entry> _entries = new();

    /// <summary>The entries in the order in which they were read, with those that were replaced or removed since.</summary>
    private readonly ConcurrentQueue<Entry> _oldest = new();

    public async Task<Addressee?> Find(OfficialId official, CancellationToken cancellation = default)
    {
        var now = time.GetTimestamp();
        if (_entries.TryGetValue(official, out var entry) && time.GetElapsedTime(entry.ReadAt, now) < KeptFor)
        {
            entry.IsAskedFor = true;
            return entry.Person;
        }

        _entries.TryRemove(official, out _);
        var found = await reads.Find([official, .. SoonTooOld(now)], cancellation);
        foreach (var person in found)
            Keep(new Entry(person, now));
        return found.FirstOrDefault(person => person.Person.Official == official);
    }

    private void Keep(Entry entry)
    {
        _entries[entry.Official] = entry;
        _oldest.Enqueue(entry);
        while (_oldest.Count > PeopleMax && _oldest.TryDequeue(out var forgotten))
            _entries.TryRemove(forgotten.Key);
    }

    /// <summary>
    /// Takes out what is old enough to be renewed: those who were asked for since they were read. The others are forgotten.
    /// </summary>
    private List<OfficialId> SoonTooOld(long now)
    {
        var soon = new List<OfficialId>();
        while (soon.Count + 1 < PeopleInReadMax && _oldest.TryPeek(out var next) && time.GetElapsedTime(next.ReadAt, now) >= RenewedFrom)
        {
            if (_oldest.TryDequeue(out var entry) && _entries.TryRemove(entry.Key) && entry.IsAskedFor)
                soon.Add(entry.Official);
        }

        return soon;
    }

    private sealed class Entry(Addressee person, long readAt)
    {
        public Addressee Person => person;

        /// <summary>By the monotonic clock, which nobody sets back.</summary>
        public long ReadAt => readAt;

        public OfficialId Official => person.Person.Official;

        /// <summary>Since it was read.</summary>
        public bool IsAskedFor { get; set; }

        /// <summary>Removes this entry and no newer one of the person.</summary>
        public KeyValuePair<OfficialId, Entry> Key => new(Official, this);
    }
}
