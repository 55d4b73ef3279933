using System.Collections.Concurrent;
using System.Globalization;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.LoadTests.Wire;

namespace PartyRealtime.LoadTests.Scenarios;

/// <summary>
/// People send each other notes. Each note is acknowledged and then shown on the other person's screen, once; at the end
/// every notes box has grown by exactly the notes that were acknowledged.
/// </summary>
public sealed class NotifyScenario(Options options, IMeter meter) : IScenario
{
    /// <summary>The rule on how soon a note is shown.</summary>
    public const string InTime = "Of the notes, 99 % are shown within 1 s of when they were due";

    private static readonly TimeSpan ShownMax = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromSeconds(20);

    private readonly Crowd _crowd = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, int> _acknowledged = new();
    private readonly string _run = Guid.NewGuid().ToString("N");
    private readonly TimesOver _late = new(ShownMax);
    private long _refused, _neverShown;

    /// <summary>The people of the run, once it is prepared.</summary>
    public IReadOnlyList<Screen> Screens => _crowd.Screens;

    public double ArrivalsPerSecond => Math.Max(1, _crowd.Screens.Count / 30.0);

    public TimeSpan Duration => TimeSpan.FromMinutes(1);

    public Task Prepare(CancellationToken cancellation) => _crowd.Open(
        options.Targets,
        SessionFile.Read(options.SessionsFile ?? throw new InvalidOperationException("--sessions is needed"), options.Users),
        Shown,
        cancellation);

    public async Task Arrive(Arrival arrival, CancellationToken cancellation)
    {
        var random = new Random(HashCode.Combine(options.Seed, arrival.Number));
        var from = _crowd.Screens[random.Next(_crowd.Screens.Count)];
        var to = _crowd.Screens[random.Next(_crowd.Screens.Count)].Person.Official.Id.Value;
        var text = string.Create(CultureInfo.InvariantCulture, $"{_run} {arrival.Number}");
        var shown = _awaited.GetOrAdd(text, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

        var reply = await from.Api.Command<Receipt>(HttpMethod.Post, "/api/notes", new { to, text }, cancellation);
        if (!reply.IsOk)
        {
            Interlocked.Increment(ref _refused);
            meter.Count($"refused: {reply.Code}");
            _awaited.TryRemove(text, out _);
            return;
        }

        meter.Took("acknowledged", arrival.Waited);
        _acknowledged.AddOrUpdate(to, 1, (_, notes) => notes + 1);
        try
        {
            await shown.Task.WaitAsync(GiveUpAfter, cancellation);
            var waited = arrival.Waited;
            meter.Took("shown", waited);
            if (arrival.IsMeasured)
                _late.Add(waited);
        }
        catch (TimeoutException)
        {
            Interlocked.Increment(ref _neverShown);
        }
    }

    public async Task<IReadOnlyList<Finding>> Judge(CancellationToken cancellation)
    {
        var (apart, read) = await _crowd.Settle(cancellation);
        var wrong = read.Sum(screen => Math.Abs(
            Notes(screen.Now) - Notes(screen.Before) - _acknowledged.GetValueOrDefault(screen.Screen.Person.Official.Id.Value)));
        foreach (var (what, times) in _crowd.Tally.Counts)
            meter.Count(what, times);
        return
        [
            new(InTime, _late.ToString(), _late.ShareOver <= 0.01),
            new("Every acknowledged note is shown", $"{_neverShown} not within 20 s", _neverShown == 0),
            new("Every box grew by its acknowledged notes, none lost, none twice", $"{wrong} wrong", wrong == 0),
            new("Every screen ends at the present", $"{apart} positions apart", apart == 0),
            new("Nothing is refused", $"{_refused} refused", _refused == 0),
        ];
    }

    public ValueTask DisposeAsync() => _crowd.DisposeAsync();

    private static int Notes(InboxCounters counters) =>
        counters.Counters.FirstOrDefault(counter => counter.Box == Box.Notes)?.Total ?? 0;

    private void Shown(Screen screen, InboxItem item)
    {
        if (item.Note is { } text && _awaited.TryRemove(text, out var shown))
            shown.SetResult();
    }
}
