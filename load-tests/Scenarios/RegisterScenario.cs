using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.LoadTests.Wire;

namespace PartyRealtime.LoadTests.Scenarios;

/// <summary>
/// The morning after a directive: the registry of every commune registers it, all within ten seconds. Timed from when each
/// was due to its acknowledgement, and to the last of all; at the end the sender's board shows every one.
/// </summary>
public sealed class RegisterScenario(Options options, IMeter meter) : IScenario
{
    private const int SecondsOfBurst = 10;
    private static readonly TimeSpan AcknowledgedMax = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ArrivedMax = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ArrivedPause = TimeSpan.FromMilliseconds(200);
    private static readonly string[] Communes = ["communes"];

    private readonly Crowd _crowd = new();
    private readonly TimesOver _late = new(AcknowledgedMax);
    private List<(Api Clerk, Guid Delivery)> _desks = [];
    private DirectiveDesk? _desk;
    private Guid _document;
    private int _units;
    private long _begun, _acknowledged, _refused, _lastTicks;

    /// <summary>All desks in ten seconds.</summary>
    public double ArrivalsPerSecond => _desks.Count / (double)SecondsOfBurst;

    public TimeSpan Duration => TimeSpan.FromSeconds(_desks.Count / (options.Rates.FirstOrDefault(ArrivalsPerSecond)));

    public async Task Prepare(CancellationToken cancellation)
    {
        _desk = await DirectiveDesk.Open(
            () => _crowd.Caller(options.Targets[0]),
            options.Password ?? throw new InvalidOperationException("--password is needed"),
            cancellation);
        var clerks = await Clerks(cancellation);
        _units = await _desk.Reach(Communes, cancellation);
        _document = await _desk.Sealed(string.Create(CultureInfo.InvariantCulture, $"Load {options.Seed}"), cancellation);
        await _desk.Issue(_document, Communes, _units, cancellation);
        await Arrived(cancellation);
        _desks = [.. (await _desk.Deliveries(_document, cancellation))
            .Where(delivery => clerks.ContainsKey(delivery.Unit))
            .Select(delivery => (clerks[delivery.Unit], delivery.Id.Value))];
        if (_desks.Count == 0)
            throw new InvalidOperationException("no session of the file is a commune's clerk: mint them with --role clerk");
        // Neighbours in the tree are not neighbours in time.
        new Random(options.Seed).Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_desks));
    }

    public async Task Arrive(Arrival arrival, CancellationToken cancellation)
    {
        Interlocked.CompareExchange(ref _begun, arrival.DueTimestamp, 0);
        var (clerk, delivery) = _desks[(int)(arrival.Number % _desks.Count)];
        var reply = await clerk.Command<Receipt>(HttpMethod.Post, $"/api/deliveries/{delivery:D}/register", new { }, cancellation);
        if (!reply.IsOk)
        {
            Interlocked.Increment(ref _refused);
            meter.Count($"refused: {reply.Code}");
            return;
        }

        var waited = arrival.Waited;
        meter.Took("acknowledged", waited);
        _late.Add(waited);
        Interlocked.Increment(ref _acknowledged);
        var at = Stopwatch.GetTimestamp();
        for (var last = _lastTicks; at > last; last = _lastTicks)
            Interlocked.CompareExchange(ref _lastTicks, at, last);
    }

    public async Task<IReadOnlyList<Finding>> Judge(CancellationToken cancellation)
    {
        var totals = await _desk!.Totals(_document, cancellation);
        var last = _lastTicks == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(_begun, _lastTicks);
        meter.Took("last acknowledged, from the first", last);
        meter.Count("registered on the board", totals.Registered);
        return
        [
            new("Of the registrations, 99 % are acknowledged within 1 s of when they were due", _late.ToString(), _late.ShareOver <= 0.01),
            new("The last is acknowledged within 1 s of the schedule's end", $"{last.TotalMilliseconds:0} ms after the first was due", last <= Duration + AcknowledgedMax),
            new("The board shows every acknowledged registration, none lost, none twice", $"{totals.Registered} of {_acknowledged}, {totals.Units} units", totals.Registered == _acknowledged && totals.Units == _units),
            new("Every unit that received it takes part", $"{_desks.Count} of {_units}", _desks.Count == _units),
            new("Nothing is refused", $"{_refused} refused", _refused == 0),
        ];
    }

    public ValueTask DisposeAsync() => _crowd.DisposeAsync();

    /// <summary>A clerk for each unit, of the sessions of the file.</summary>
    private async Task<IReadOnlyDictionary<UnitId, Api>> Clerks(CancellationToken cancellation)
    {
        var sessions = SessionFile.Read(options.SessionsFile ?? throw new InvalidOperationException("--sessions is needed"), options.Users);
        var clerks = new ConcurrentDictionary<UnitId, Api>();
        await Parallel.ForEachAsync(sessions.Index(), cancellation, async (session, _) =>
        {
            var api = _crowd.Caller(options.Targets[session.Index % options.Targets.Count], session.Item);
            var me = (await api.Get<Me>("/api/session", cancellation)).Required("session");
            foreach (var seat in me.Seats.Where(seat => seat is { Role: SeatRole.Clerk, Unit: not null }))
                clerks[seat.Unit!.Id] = api;
        });
        return clerks;
    }

    private async Task Arrived(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(ArrivedMax);
        while ((await _desk!.Totals(_document, limit.Token)).Arrived < _units)
            await Task.Delay(ArrivedPause, limit.Token);
    }
}
