using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.FaultTests.Driving;
using PartyRealtime.LoadTests.Wire;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>
/// People who write each other notes, one after the other, each before a live screen. A note that is not answered, or
/// whose outcome is unknown, is sent again under its id, by the next node if this one is silent, until it is
/// acknowledged. Everything is recorded in the <see cref="History"/> and judged afterwards by the <see cref="Judge"/>.
/// </summary>
internal sealed class NoteTraffic : IAsyncDisposable
{
    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SentMax = TimeSpan.FromMinutes(2);
    /// <summary>A screen waits up to 45 s between two tries to connect, and the first may fail on a busy machine.</summary>
    private static readonly TimeSpan LiveMax = TimeSpan.FromMinutes(2);

    private const int ReadersAtOnce = 8;

    private static readonly TimeSpan ClocksApart = TimeSpan.FromMinutes(1);

    /// <summary>Between two notes of one person, and before a note is sent again.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    private readonly Crowd _crowd = new(AnswerMax);
    private readonly OfficeCluster _cluster;
    private readonly Dice _dice;
    private readonly Lazy<IReadOnlyDictionary<Screen, int>> _persons;
    private readonly Metronome _metronome = new();
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly DateTimeOffset _then = DateTimeOffset.UtcNow;
    private readonly CancellationTokenSource _enough = new();
    private readonly List<Task> _senders = [];
    private bool _ended;

    private NoteTraffic(OfficeCluster cluster, Dice dice)
    {
        (_cluster, _dice) = (cluster, dice);
        _persons = new(() => _crowd.Screens.Index().ToDictionary(screen => screen.Item, screen => screen.Index));
    }

    public History History { get; } = new();

    /// <summary>Since the traffic began.</summary>
    public TimeSpan Now => Stopwatch.GetElapsedTime(_began);

    /// <summary>Everybody at a screen, and writing.</summary>
    /// <param name="dice">Left alone: each sender has dice of the same seed, so that what the caller throws can be thrown again.</param>
    /// <param name="more">Nodes beside the cluster's.</param>
    public static async Task<NoteTraffic> Start(OfficeCluster cluster, Dice dice, params Uri[] more)
    {
        // Another test may have left a node dead.
        await cluster.Mend();
        var traffic = new NoteTraffic(cluster, dice);
        try
        {
            await traffic._crowd.Open([.. cluster.Urls, .. more], cluster.Sessions, traffic.Shown, CancellationToken.None);
        }
        catch
        {
            // Screens that nobody closes connect again for ever.
            await traffic.DisposeAsync();
            throw;
        }

        for (var person = 0; person < cluster.Sessions.Count; person++)
            traffic._senders.Add(traffic.Write(person));
        return traffic;
    }

    /// <summary>Completes when so many notes more have been acknowledged.</summary>
    public async Task Acknowledged(int more)
    {
        var enough = History.Operations.Count + more;
        using var limit = new CancellationTokenSource(SentMax);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (History.Operations.Count < enough && await timer.WaitForNextTickAsync(limit.Token))
        {
        }
    }

    /// <summary>So long the traffic goes on.</summary>
    public static async Task For(TimeSpan time)
    {
        using var timer = new PeriodicTimer(time);
        await timer.WaitForNextTickAsync();
    }

    /// <summary>All of a person's notes.</summary>
    public static async Task<IReadOnlyList<InboxItem>> Box(Api api)
    {
        var items = new List<InboxItem>();
        await foreach (var page in Pages(api))
            items.AddRange(page);
        return items;
    }

    /// <summary>A person's notes since then, the newest first; and some before, for clocks may differ by a little.</summary>
    public static async Task<IReadOnlyList<InboxItem>> Since(Api api, DateTimeOffset then)
    {
        var items = new List<InboxItem>();
        await foreach (var page in Pages(api))
        {
            items.AddRange(page);
            if (page.Count > 0 && page[^1].ArrivedAt < then - ClocksApart)
                break;
        }

        return items;
    }

    /// <summary>Figures of what happened in this time, to be held against their bars.</summary>
    public Figures Figures(TimeSpan from, TimeSpan to) => new(History, _metronome.Lateness(from, to));

    /// <summary>The longest time of this for which nothing ran on this machine.</summary>
    public TimeSpan StoodStill(TimeSpan from, TimeSpan to) => _metronome.StoodStill(from, to);

    /// <summary>People are spread over all nodes again; who was at another connects anew.</summary>
    public void Spread() => _crowd.Return();

    /// <summary>How long until every screen is connected and shows the present.</summary>
    public async Task<TimeSpan> AllLive()
    {
        var began = Stopwatch.GetTimestamp();
        using var limit = new CancellationTokenSource(LiveMax);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (_crowd.Screens.Any(screen => !screen.IsLive))
            await timer.WaitForNextTickAsync(limit.Token);
        return Stopwatch.GetElapsedTime(began);
    }

    /// <summary>
    /// Nobody begins another note; every note that was begun is acknowledged, every screen is live. Then the boxes are
    /// read afresh and all of it is judged.
    /// </summary>
    public async Task<Judgement> End()
    {
        await _enough.CancelAsync();
        await Task.WhenAll(_senders);
        await AllLive();
        var (apart, _) = await _crowd.Settle(CancellationToken.None);
        var fresh = new ConcurrentDictionary<int, IReadOnlyList<InboxItem>>();
        await Parallel.ForEachAsync(
            _persons.Value,
            new ParallelOptions { MaxDegreeOfParallelism = ReadersAtOnce },
            async (person, _) => fresh[person.Value] = [.. (await Since(person.Key.Api, _then)).Where(IsOurs)]);
        var judgement = new Judge(History, fresh).Of(apart, _crowd.Tally.Repeats);
        _ended = judgement.IsSound;
        return judgement;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_ended)
            History.Keep();
        await _enough.CancelAsync();
        await _crowd.DisposeAsync();
        await _metronome.DisposeAsync();
        _enough.Dispose();
    }

    private async Task Write(int person)
    {
        var dice = _dice.Of(person);
        for (var ordinal = 0; !_enough.IsCancellationRequested; ordinal++)
        {
            var operation = await Send(person, dice.Between(0, _crowd.Screens.Count - 1), ordinal);
            History.Acknowledged(operation);
            if (ordinal % 5 == 0)
                await ReadElsewhere(operation);
            await For(Pace);
        }
    }

    private async Task<Operation> Send(int from, int to, int ordinal)
    {
        var (id, text) = (Guid.NewGuid(), string.Create(CultureInfo.InvariantCulture, $"{_run} {from} {ordinal}"));
        var (api, began) = (_crowd.Screens[from].Api, Now);
        var first = api.Target;
        var body = new { to = _crowd.Screens[to].Person.Official.Id.Value, text };
        for (var sends = 1; ; sends++)
        {
            var node = api.Target;
            var reply = await api.SendOnce<Receipt>(HttpMethod.Post, "/api/notes", body, id, CancellationToken.None);
            if (reply.IsOk)
                return new Operation(from, to, text, ordinal, began, Now - began, sends, first, node);
            if (!reply.MayBeSentAgain || Now - began > SentMax)
                throw new InvalidOperationException($"{text}: {reply.Status} {reply.Code} after {sends} sendings and {Now - began}");
            await For(Pace);
        }
    }

    /// <summary>What is acknowledged is read at once, on any node; where one does not answer, on the next.</summary>
    private async Task ReadElsewhere(Operation operation)
    {
        var began = Now;
        for (var turn = operation.Ordinal / 5; ; turn++)
        {
            var api = _crowd.Caller(_cluster.Urls[turn % _cluster.Urls.Count], _crowd.Screens[operation.To].Api.Cookie);
            if (await Holds(api, operation.Text) is { } there)
            {
                History.Read(operation, there);
                return;
            }

            if (Now - began > SentMax)
                throw new InvalidOperationException($"{operation.Text}: no node has answered a read for {SentMax}");
            await For(Pace);
        }
    }

    /// <summary>Whether a person's list holds this note; null when the node does not answer.</summary>
    private static async Task<bool?> Holds(Api api, string text)
    {
        string? after = "";
        do
        {
            var reply = await api.Get<InboxPage>(PathOf(after), CancellationToken.None);
            if (reply.MayBeSentAgain)
                return null;
            var page = reply.Required($"notes read at {api.Target}");
            if (page.Items.Any(item => item.Note == text))
                return true;
            after = page.Next;
        }
        while (after is not null);
        return false;
    }

    private static async IAsyncEnumerable<IReadOnlyList<InboxItem>> Pages(Api api)
    {
        string? after = "";
        while (after is not null)
        {
            var page = await api.Read<InboxPage>(PathOf(after), CancellationToken.None);
            yield return page.Items;
            after = page.Next;
        }
    }

    private static string PathOf(string after) =>
        $"/api/inbox?box=notes&take=100&after={Uri.EscapeDataString(after)}";

    private bool IsOurs(InboxItem item) => item.Note?.StartsWith(_run, StringComparison.Ordinal) == true;

    private void Shown(Screen screen, InboxItem item)
    {
        if (IsOurs(item))
            History.Shown(_persons.Value[screen], item, Now);
    }
}
