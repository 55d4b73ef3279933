using System.Collections.Concurrent;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Inbox;

/// <summary>
/// The people this node has sent notes to lately. A person is believed as long as the organisation stands as it stood when
/// the person was read, on the same day; and that it still stands so is believed for <see cref="LookedFor"/> after a look,
/// within the 5 s in which changed rights must be known everywhere. Together with the session's own cache a note needs no
/// read. Those who are not known are read together, by one read after the other: however many are asked for at once, each
/// waits for the read that is under way and its own.
/// </summary>
internal sealed class AddresseeCache(NoteReads reads, IOrganisationMap organisation, TimeProvider time) : INoteReads
{
    /// <summary>Two looks come in this time; together with the time of one read it stays below the promised 5 s.</summary>
    internal static readonly TimeSpan LookedFor = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan ReadMax = TimeSpan.FromSeconds(5);

    internal const int PeopleInReadMax = 200;

    /// <summary>About 10 MB; beyond it the oldest are forgotten.</summary>
    internal const int PeopleMax = 20_000;

    private readonly ConcurrentDictionary<OfficialId, Entry> _entries = new();

    /// <summary>The entries in the order in which they were read, with those that were replaced since.</summary>
    private readonly ConcurrentQueue<Entry> _oldest = new();

    private readonly Lock _gate = new();
    private readonly Queue<Question> _asked = new();
    private bool _isReading;

    public Task<Addressee?> Find(OfficialId official, CancellationToken cancellation = default) =>
        Standing() is { } standing && _entries.TryGetValue(official, out var entry) && entry.Standing == standing
            ? Task.FromResult<Addressee?>(entry.Person)
            : Ask(official).WaitAsync(cancellation);

    /// <summary>As which the organisation stands, as far as that is known at this moment.</summary>
    private Standing? Standing() =>
        organisation.Look is { } look && time.GetElapsedTime(look.At) < LookedFor
            ? new Standing(look.Generation, OfficeDay.Today(time))
            : null;

    /// <summary>A read that is under way already may have passed the person before a change that the asker knows of: the next one answers.</summary>
    private Task<Addressee?> Ask(OfficialId official)
    {
        var question = new Question(official);
        lock (_gate)
        {
            _asked.Enqueue(question);
            if (_isReading)
                return question.Answer.Task;
            _isReading = true;
        }

        // Apart from whoever happens to be the first: a grain may end, and what it does is no part of the others' story.
        using (ExecutionContext.SuppressFlow())
            _ = Task.Run(ReadAll, CancellationToken.None);
        return question.Answer.Task;
    }

    private async Task ReadAll()
    {
        while (Next() is { Count: > 0 } together)
            await Answer(together);
    }

    /// <summary>Those of the next read; none ends the reading, under the lock by which the next question begins it anew.</summary>
    private List<Question> Next()
    {
        lock (_gate)
        {
            var together = new List<Question>();
            while (together.Count < PeopleInReadMax && _asked.TryDequeue(out var question))
                together.Add(question);
            _isReading = together.Count > 0;
            return together;
        }
    }

    private async Task Answer(List<Question> together)
    {
        try
        {
            var standing = Standing();
            var found = (await Read([.. together.Select(question => question.Official).Distinct()]))
                .ToDictionary(person => person.Person.Official);
            if (standing is not null)
            {
                foreach (var person in found.Values)
                    Keep(new Entry(person, standing));
            }

            foreach (var question in together)
                question.Answer.SetResult(found.GetValueOrDefault(question.Official));
        }
        catch (Exception failure)
        {
            // Whatever it was is each asker's to tell; the next are read all the same.
            foreach (var question in together)
                question.Answer.TrySetException(failure);
        }
    }

    /// <summary>All who are not known wait for one read: a connection that does not answer holds them no longer than this.</summary>
    private async Task<IReadOnlyList<Addressee>> Read(OfficialId[] officials)
    {
        using var limit = new CancellationTokenSource(ReadMax);
        try
        {
            return await reads.Find(officials, limit.Token);
        }
        catch (OperationCanceledException late) when (limit.IsCancellationRequested)
        {
            throw new ConnectionLostException("Whom a note goes to was not read in time.", late);
        }
    }

    private void Keep(Entry entry)
    {
        _entries[entry.Person.Person.Official] = entry;
        _oldest.Enqueue(entry);
        while (_oldest.Count > PeopleMax && _oldest.TryDequeue(out var forgotten))
            _entries.TryRemove(forgotten.Key);
    }

    private sealed class Question(OfficialId official)
    {
        public OfficialId Official => official;

        public TaskCompletionSource<Addressee?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Entry(Addressee person, Standing standing)
    {
        public Addressee Person => person;

        public Standing Standing => standing;

        /// <summary>Removes this entry and no newer one of the person.</summary>
        public KeyValuePair<OfficialId, Entry> Key => new(person.Person.Official, this);
    }
}

/// <summary>The organisation in one generation of looks, on one day.</summary>
internal sealed record Standing(long Generation, DateOnly Day);
