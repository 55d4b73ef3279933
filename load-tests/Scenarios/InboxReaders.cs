using System.Globalization;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.LoadTests.Wire;

namespace PartyRealtime.LoadTests.Scenarios;

/// <summary>Other people, who read full inboxes while something large goes on. Each has at least 200 open items.</summary>
public sealed class InboxReaders
{
    /// <summary>Pages a second, over all of them.</summary>
    public const double ReadsPerSecond = 100;

    private const int ItemsMin = 200;
    private const int CallsAtOnceMax = 32;
    private static readonly TimeSpan PageMax = TimeSpan.FromMilliseconds(100);

    private readonly IReadOnlyList<Api> _people;
    private readonly IMeter _meter;
    private readonly TimesOver _late = new(PageMax);
    private long _refused;

    private InboxReaders(IReadOnlyList<Api> people, IMeter meter)
    {
        _people = people;
        _meter = meter;
    }

    /// <summary>Fills their notes boxes first, with notes from each to the next.</summary>
    public static async Task<InboxReaders> Open(
        IReadOnlyList<string> sessions, Func<string, Api> caller, IMeter meter, CancellationToken cancellation)
    {
        Api[] people = [.. sessions.Select(caller)];
        var notes = new List<(Api From, int To, int Number)>();
        await Each(people, async person =>
        {
            var me = (await person.Get<Me>("/api/session", cancellation)).Required("session");
            var counters = (await person.Get<InboxCounters>("/api/inbox/counters", cancellation)).Required("counters");
            var missing = ItemsMin - (counters.Counters.FirstOrDefault(counter => counter.Box == Box.Notes)?.Total ?? 0);
            lock (notes)
                notes.AddRange(Enumerable.Range(0, Math.Max(0, missing)).Select(number => (person, me.Official.Id.Value, number)));
        }, cancellation);
        await Each(notes, async note => await note.From.Command<object>(
            HttpMethod.Post,
            "/api/notes",
            new { to = note.To, text = string.Create(CultureInfo.InvariantCulture, $"Việc cần nhớ {note.Number}") },
            cancellation), cancellation);
        return new InboxReaders(people, meter);
    }

    /// <summary>One person opens the first page of the box.</summary>
    public async Task Read(Arrival arrival, CancellationToken cancellation)
    {
        var page = await _people[(int)(arrival.Number % _people.Count)].Get<InboxPage>("/api/inbox?box=notes&filter=all&take=50", cancellation);
        if (page.Value is not { Items.Length: 50 })
        {
            Interlocked.Increment(ref _refused);
            _meter.Count($"inbox read refused: {page.Code}");
            return;
        }

        _meter.Took("inbox read", arrival.Waited);
        if (arrival.IsMeasured)
            _late.Add(arrival.Waited);
    }

    public IReadOnlyList<Finding> Judge() =>
    [
        new($"Of the inbox reads by {_people.Count} others with {ItemsMin} items, 99 % take at most 100 ms", _late.ToString(), _late.ShareOver <= 0.01),
        new("Every inbox read is answered", $"{_refused} not", _refused == 0),
    ];

    private static Task Each<T>(IEnumerable<T> all, Func<T, Task> act, CancellationToken cancellation) => Parallel.ForEachAsync(
        all,
        new ParallelOptions { MaxDegreeOfParallelism = CallsAtOnceMax, CancellationToken = cancellation },
        async (one, _) => await act(one));
}
