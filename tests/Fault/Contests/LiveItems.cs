using System.Collections.Concurrent;
using System.Text.Json;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Wire;
using PartyRealtime.LoadTests.Wire;

namespace PartyRealtime.FaultTests.Contests;

/// <summary>Everybody's inbox on a live screen, kept by what is pushed and caught up, and held against a fresh read at the end.</summary>
internal sealed class LiveItems : IAsyncDisposable
{
    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(5);
    /// <summary>A screen waits up to 45 s between two tries to connect, and the first may fail on a busy machine.</summary>
    private static readonly TimeSpan LiveMax = TimeSpan.FromMinutes(2);

    private readonly Crowd _crowd = new(AnswerMax);
    private readonly ConcurrentDictionary<(Screen Screen, ItemKey Key), InboxItem> _shown = new();

    /// <summary>All of them at their screens, while nobody acts.</summary>
    public static async Task<LiveItems> Open(IReadOnlyList<Uri> nodes, IEnumerable<Colleague> people)
    {
        var live = new LiveItems();
        await live._crowd.Open(nodes, [.. people.Select(one => one.Cookie)], live.Show, CancellationToken.None);
        foreach (var screen in live._crowd.Screens)
        {
            foreach (var item in await Fresh(screen.Api))
                live.Show(screen, item);
        }

        return live;
    }

    /// <summary>What the screens show otherwise than a fresh read, once they are all connected and had time to come to the present.</summary>
    public async Task<IReadOnlyList<string>> Wrong()
    {
        using var limit = new CancellationTokenSource(LiveMax);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (_crowd.Screens.Any(screen => !screen.IsLive))
            await timer.WaitForNextTickAsync(limit.Token);
        var (behind, _) = await _crowd.Settle(CancellationToken.None);
        var wrong = new List<string>();
        if (behind > 0)
            wrong.Add($"{behind} positions behind");
        foreach (var screen in _crowd.Screens)
        {
            var fresh = (await Fresh(screen.Api)).Select(Text).ToHashSet();
            var shown = _shown.Where(item => item.Key.Screen == screen && item.Value.Box != Box.Closed).Select(item => Text(item.Value)).ToHashSet();
            wrong.AddRange(fresh.Except(shown).Select(item => $"{screen.Person.Official.SignIn} lacks {item}"));
            wrong.AddRange(shown.Except(fresh).Select(item => $"{screen.Person.Official.SignIn} still shows {item}"));
        }

        return wrong;
    }

    /// <summary>All of a person's open items.</summary>
    public static async Task<IReadOnlyList<InboxItem>> Fresh(Api api)
    {
        var items = new List<InboxItem>();
        var counted = await api.Read<InboxCounters>("/api/inbox/counters", CancellationToken.None);
        foreach (var box in counted.Counters.Select(counter => counter.Box))
        {
            string? after = null;
            do
            {
                var path = $"/api/inbox?box={Word(box)}&take=200&after={Uri.EscapeDataString(after ?? "")}";
                var page = await api.Read<InboxPage>(path, CancellationToken.None);
                items.AddRange(page.Items);
                after = page.Next;
            }
            while (after is not null);
        }

        return items;
    }

    public ValueTask DisposeAsync() => _crowd.DisposeAsync();

    public static string Text(InboxItem item) => JsonSerializer.Serialize(item, WireJson.Options);

    private static string Word(Box box) => JsonSerializer.Serialize(box, WireJson.Options).Trim('"');

    private void Show(Screen screen, InboxItem item) => _shown.AddOrUpdate(
        (screen, new ItemKey(item.Seat, item.Subject, item.Reason)), item, (_, shown) => item.Position >= shown.Position ? item : shown);
}
