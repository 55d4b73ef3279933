using System.Diagnostics;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.FaultTests.Clusters;
using PartyRealtime.LoadTests.Wire;

namespace PartyRealtime.FaultTests.Contests;

/// <summary>
/// Numbers that were asked of a node which has decided on them and was stopped before it could write them. The heads of
/// their documents are held meanwhile, so that it is certain that the node wakes with such writes in its memory.
/// </summary>
internal sealed class StaleDecisions
{
    /// <summary>
    /// The cluster places their grains by chance: of so many, the node has fewer than <see cref="WaitingMin"/> once in 100,000
    /// times, even where it gets one in four.
    /// </summary>
    private const int DocumentsMax = 48;

    /// <summary>Where a slow machine does not decide on so many in time: of half of them the node has too few once in 100 times.</summary>
    private const int DocumentsMin = 24;

    private const int PreparedAtOnce = 4;

    /// <summary>Decided on and not written, beside what the traffic has waiting.</summary>
    private const int WaitingMin = 2;

    /// <summary>How often is looked what the traffic has waiting at most.</summary>
    private const int LooksBefore = 3;

    /// <summary>On a slow machine the node may not have decided in time; what was asked of it is then settled, and fewer others are asked.</summary>
    private static readonly TimeSpan TriesMax = TimeSpan.FromMinutes(3);

    /// <summary>The node refuses what it could not write for 8 s: by then it stands still, or has nothing left in its memory.</summary>
    private static readonly TimeSpan DecidedMax = TimeSpan.FromSeconds(6);

    private readonly OfficeCluster _cluster;
    private readonly Contest _contest;
    private readonly Colleagues _people;
    private readonly int _node;
    private int _count = DocumentsMax;
    private List<Guid> _documents = [];
    private List<Command> _asked = [];
    private List<Task<Reply<Receipt>>> _answers = [];

    private StaleDecisions(OfficeCluster cluster, Contest contest, Colleagues people, int node) =>
        (_cluster, _contest, _people, _node) = (cluster, contest, people, node);

    /// <summary>The node stands still, with decisions in its memory that nobody else knows of.</summary>
    public static async Task<StaleDecisions> In(OfficeCluster cluster, Contest contest, Colleagues people, int node)
    {
        var (stale, began) = (new StaleDecisions(cluster, contest, people, node), Stopwatch.GetTimestamp());
        for (var tries = 1; !await stale.StandsStill(); tries++)
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < TriesMax, $"The node has not decided within {DecidedMax}, {tries} times.");
            await stale.AskAgain();
        }

        return stale;
    }

    /// <summary>What the node had counted as refused by its position before it stood still.</summary>
    public double LostBefore { get; private set; }

    /// <summary>The others number and seal each of them, once their grains are up elsewhere.</summary>
    public Task DecideElsewhere() => Task.WhenAll(_documents.Select(async (document, place) =>
    {
        await Other(1, document, "number", place);
        await Other(2, document, "seal", place);
    }));

    /// <summary>Those whose first asking was not written before the node stood still.</summary>
    public async Task<IReadOnlyList<Guid>> Unwritten()
    {
        var written = await _cluster.Query<Guid>(
            "SELECT command_id FROM claim WHERE command_id = ANY (@asked)", new { asked = _asked.Select(command => command.Id).ToArray() });
        return [.. _asked.Zip(_documents).Where(pair => !written.Contains(pair.First.Id)).Select(pair => pair.Second)];
    }

    /// <summary>Where each of the documents stands, in one order.</summary>
    public Task<IReadOnlyList<(Guid, long)>> Heads() => _cluster.Query<(Guid, long)>(
        "SELECT stream, position FROM stream_head WHERE stream = ANY (@documents) ORDER BY stream", new { documents = _documents.ToArray() });

    /// <summary>What was asked of the node is asked again under its id, where somebody answers.</summary>
    public async Task AskAgain()
    {
        await Task.WhenAll(_answers);
        foreach (var settled in await Task.WhenAll(_asked.Select((command, place) => _contest.Sender.Settle(command, _node + 1 + place))))
            _contest.History.Add(settled);
    }

    /// <summary>One try: whether the node was stopped with decisions in its memory. Where it was not, all goes on.</summary>
    private async Task<bool> StandsStill()
    {
        await Prepare();
        var others = await WaitingBefore();
        await using var hold = await Hold.Heads(_cluster, _documents);
        using var limit = new CancellationTokenSource(DecidedMax);
        Ask();
        try
        {
            await Decided(others, limit.Token);
            LostBefore = await Fence.Lost(_cluster.Metrics(_node), limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            _count = DocumentsMin;
            return false;
        }

        _cluster.Server(_node).Suspend();
        return true;
    }

    private async Task Prepare()
    {
        var documents = new System.Collections.Concurrent.ConcurrentBag<Guid>();
        await Parallel.ForEachAsync(Enumerable.Range(0, _count), new ParallelOptions { MaxDegreeOfParallelism = PreparedAtOnce }, async (_, _) =>
        {
            var document = await ContestedPaper.Composed(_contest, _people, "CT");
            await _contest.One(new Command(_people.Centre.Clerks[0], $"/api/documents/{document}/submit"));
            await _contest.One(new Command(_people.Centre.Leader, $"/api/documents/{document}/clear"));
            await _contest.One(new Command(
                _people.Centre.Leader, $"/api/documents/{document}/sign", new { password = _people.Password, capacity = "inPerson" }));
            documents.Add(document);
        });
        _documents = [.. documents];
    }

    /// <summary>Through the node alone, and not sent again: nobody else shall write it under the same id.</summary>
    private void Ask()
    {
        _asked = [.. _documents.Select(document => new Command(_people.Centre.Clerks[0], $"/api/documents/{document}/number"))];
        _answers = [.. _asked.Select(command => _contest.Sender.Once(command, _node))];
    }

    /// <summary>What the traffic has waiting at the node, at the most of some moments.</summary>
    private async Task<double> WaitingBefore()
    {
        var most = 0.0;
        for (var look = 0; look < LooksBefore; look++)
        {
            await NoteTraffic.For(Fence.Scrape);
            most = Math.Max(most, await Waiting());
        }

        return most;
    }

    private Task<double> Waiting(CancellationToken limit = default) => Metric.Read(_cluster.Metrics(_node), "commits_queue_length", cancellation: limit);

    /// <summary>
    /// Until the node has decisions that it can only keep, beside what others had waiting there: no more come, and none of its
    /// writes waits in the database for what is held.
    /// </summary>
    private async Task Decided(double others, CancellationToken limit)
    {
        using var timer = new PeriodicTimer(Fence.Scrape);
        var (before, waiting) = (0.0, 0.0);
        do
        {
            await timer.WaitForNextTickAsync(limit);
            (before, waiting) = (waiting, await Waiting(limit));
        }
        while (waiting < others + WaitingMin || waiting > before || await InDatabase() > 0);
    }

    private async Task<long> InDatabase() => (await _cluster.Query<long>(
        "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'partyrealtime-writer' AND datname = current_database() AND wait_event_type = 'Lock'"))[0];

    private async Task Other(int clerk, Guid document, string act, int place) => _contest.History.Add(
        await _contest.Sender.Settle(new Command(_people.Centre.Clerks[clerk], $"/api/documents/{document}/{act}"), _node + 1 + place));
}
