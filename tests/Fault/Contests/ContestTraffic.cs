using PartyRealtime.Contracts.Documents;
using PartyRealtime.FaultTests.Clusters;
using PartyRealtime.FaultTests.Driving;

namespace PartyRealtime.FaultTests.Contests;

/// <summary>
/// Documents on their way through three bodies, each of them fought over at every turn, before live inboxes and boards.
/// Everything is recorded and judged afterwards by <see cref="ContestJudge"/>.
/// </summary>
internal sealed class ContestTraffic : IAsyncDisposable
{
    private const int PapersAtOnce = 4;
    private const int BoardsMax = 6;
    private static readonly TimeSpan SettledMax = TimeSpan.FromMinutes(2);

    /// <summary>Each in a register of its own.</summary>
    private static readonly string[] Types = ["CT", "CV"];

    private readonly OfficeCluster _cluster;
    private readonly Sender _sender;
    private readonly LiveItems _items;
    private readonly List<LiveBoard> _boards = [];
    private readonly CancellationTokenSource _enough = new();
    private readonly List<Task> _carriers = [];

    private ContestTraffic(OfficeCluster cluster, Sender sender, LiveItems items, Colleagues people, Dice dice)
    {
        (_cluster, _sender, _items) = (cluster, sender, items);
        (People, Contest) = (people, new Contest(sender, dice));
    }

    public Colleagues People { get; }

    public Contest Contest { get; }

    public ContestHistory History => Contest.History;

    /// <summary>Everybody at a screen, and at work.</summary>
    /// <param name="more">Nodes beside the cluster's.</param>
    public static async Task<ContestTraffic> Start(OfficeCluster cluster, Dice dice, params Uri[] more)
    {
        Uri[] nodes = [.. cluster.Urls, .. more];
        var people = await Colleagues.SignIn(cluster);
        var traffic = new ContestTraffic(cluster, new Sender(nodes), await LiveItems.Open(nodes, people.All), people, dice);
        for (var carrier = 0; carrier < PapersAtOnce; carrier++)
            traffic._carriers.Add(traffic.Carry(carrier));
        return traffic;
    }

    /// <summary>Completes when the outcome of so many acts more is known.</summary>
    public async Task Settled(int more)
    {
        var enough = History.Commands.Count + more;
        using var limit = new CancellationTokenSource(SettledMax);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (History.Commands.Count < enough)
        {
            await timer.WaitForNextTickAsync(limit.Token);
            if (_carriers.Find(carrier => carrier.IsFaulted) is { } broken)
                await broken;
        }
    }

    /// <summary>Nobody begins another turn; every act that was begun is settled, and all of it is judged.</summary>
    public async Task<ContestJudgement> End()
    {
        await Rest();
        Assert.NotEmpty(_boards);
        IEnumerable<string?> boards = await Task.WhenAll(_boards.Select(board => board.Wrong(Contest)));
        return await ContestJudge.Judge(_cluster, History, _sender, [.. await _items.Wrong(), .. boards.OfType<string>()]);
    }

    /// <summary>Every act that was begun is settled, and nobody begins another.</summary>
    public async Task Rest()
    {
        await _enough.CancelAsync();
        await Task.WhenAll(_carriers);
    }

    public async ValueTask DisposeAsync()
    {
        await _enough.CancelAsync();
        foreach (var board in _boards)
            await board.DisposeAsync();
        await _items.DisposeAsync();
        _sender.Dispose();
        _enough.Dispose();
    }

    private async Task Carry(int carrier)
    {
        for (var paper = carrier; !_enough.IsCancellationRequested; paper++)
            await new ContestedPaper(Contest, People, Types[paper % Types.Length], Watch).Carry(_enough.Token);
    }

    /// <summary>The first of them are watched on a board, each at another node.</summary>
    private void Watch(DocumentId document)
    {
        lock (_boards)
        {
            if (_boards.Count < BoardsMax)
                _boards.Add(new LiveBoard(_sender.Nodes, _boards.Count, People.Centre.Clerks[0], document));
        }
    }
}
