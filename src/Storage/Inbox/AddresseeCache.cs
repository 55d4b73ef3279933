using System.Collections.Concurrent;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Inbox;

/// <summary>
/// The people this node has sent notes to lately. What it says is at most <see cref="KeptFor"/> old, within the 5 s in
/// which changed rights must be known everywhere; together with the session's own cache a note needs no read.
/// </summary>
internal sealed class AddresseeCache(NoteReads reads, TimeProvider time) : INoteReads
{
    /// <summary>Together with the time of one read it stays below the promised 5 s.</summary>
    internal static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(4);

    /// <summary>About 10 MB. After as many reads all are forgotten, which costs one read each.</summary>
    internal const int PeopleMax = 20_000;

    private readonly ConcurrentDictionary<OfficialId, Entry> _entries = new();
    private long _reads;

    public async Task<Addressee?> Find(OfficialId official, CancellationToken cancellation = default)
    {
        var now = time.GetTimestamp();
        if (_entries.TryGetValue(official, out var entry) && time.GetElapsedTime(entry.ReadAt, now) < KeptFor)
            return entry.Person;
        if (await reads.Find(official, cancellation) is not { } person)
        {
            _entries.TryRemove(official, out _);
            return null;
        }

        // Counting the entries would lock all of them at each read; there are never more entries than reads.
        if (Interlocked.Increment(ref _reads) % PeopleMax == 0)
            _entries.Clear();
        _entries[official] = new Entry(person, now);
        return person;
    }

    /// <param name="ReadAt">By the monotonic clock, which nobody sets back.</param>
    private sealed record Entry(Addressee Person, long ReadAt);
}
