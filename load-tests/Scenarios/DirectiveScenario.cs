using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.LoadTests.Wire;

namespace PartyRealtime.LoadTests.Scenarios;

/// <summary>
/// The centre issues a directive to everyone while people sit at their screens. Measured from the press of the button to
/// the screens of the receiving desks, the last one above all. The first directive is not measured: it shows which
/// screens have to see one.
/// </summary>
public sealed class DirectiveScenario(Options options, IMeter meter) : IScenario
{
    private static readonly TimeSpan LastScreenMax = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LastScreenMedianMax = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AcknowledgedMax = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromSeconds(30);
    private static readonly string[] Everyone = ["everyone"];

    private readonly Crowd _crowd = new();
    private readonly ConcurrentDictionary<Guid, Audience> _audiences = new();
    private readonly TimesOver _last = new(LastScreenMax);
    private readonly TimesOver _lastOverMedian = new(LastScreenMedianMax);
    private readonly TimesOver _acknowledged = new(AcknowledgedMax);
    private DirectiveDesk? _desk;
    private InboxReaders? _readers;
    private List<Screen> _expected = [];
    private int _units;
    private long _missing, _issued, _oldBefore, _gapsBefore;

    /// <summary>One in ten seconds.</summary>
    public double ArrivalsPerSecond => 1 / 10.0;

    /// <summary>Ten directives.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds(100);

    public double ArrivalsBesidePerSecond => _readers is null ? 0 : InboxReaders.ReadsPerSecond;

    public Task ArriveBeside(Arrival arrival, CancellationToken cancellation) => _readers!.Read(arrival, cancellation);

    public async Task Prepare(CancellationToken cancellation)
    {
        var sessions = SessionFile.Read(options.SessionsFile ?? throw new InvalidOperationException("--sessions is needed"), options.Users);
        await _crowd.Open(options.Targets, sessions, Shown, cancellation);
        _desk = await DirectiveDesk.Open(
            () => _crowd.Caller(options.Targets[0]),
            options.Password ?? throw new InvalidOperationException("--password is needed"),
            cancellation);
        if (options.ReadersFile is { } readers)
            _readers = await InboxReaders.Open(SessionFile.Read(readers, null), cookie => _crowd.Caller(options.Targets[0], cookie), meter, cancellation);
        _units = await _desk.Reach(Everyone, cancellation);
        var first = await _desk.Sealed($"Load {options.Seed}", cancellation);
        await _desk.Issue(first, Everyone, _units, cancellation);
        var receiving = await _desk.Recipients(first, cancellation);
        _expected = [.. _crowd.Screens.Where(screen => screen.Person.Seats.Any(seat =>
            seat is { Kind: SeatKind.Desk, Unit: { } unit } && receiving.Contains(unit.Id)))];
        if (_expected.Count == 0)
            throw new InvalidOperationException("no session of the file holds a receiving desk");
        // While a screen connects it may be pushed what it has just read.
        (_oldBefore, _gapsBefore) = (_crowd.Tally.OldPushes, _crowd.Tally.Gaps);
    }

    public async Task Arrive(Arrival arrival, CancellationToken cancellation)
    {
        var document = await _desk!.Sealed(string.Create(CultureInfo.InvariantCulture, $"Load {options.Seed}.{arrival.Number}"), cancellation);
        var audience = _audiences[document] = new Audience(_expected);
        var pressed = Stopwatch.GetTimestamp();
        await _desk.Issue(document, Everyone, _units, cancellation);
        var acknowledged = Stopwatch.GetElapsedTime(pressed);
        meter.Took("acknowledged", acknowledged);
        _acknowledged.Add(acknowledged);
        Interlocked.Increment(ref _issued);

        await Task.WhenAny(audience.Complete, Task.Delay(GiveUpAfter, cancellation));
        Interlocked.Add(ref _missing, audience.Missing);
        foreach (var at in audience.ShownAt)
            meter.Took("screen", Stopwatch.GetElapsedTime(pressed, at));
        var last = audience.Missing == 0 ? Stopwatch.GetElapsedTime(pressed, audience.ShownAt.Max()) : GiveUpAfter;
        meter.Took("last screen", last);
        _last.Add(last);
        _lastOverMedian.Add(last);
    }

    public async Task<IReadOnlyList<Finding>> Judge(CancellationToken cancellation)
    {
        var (apart, _) = await _crowd.Settle(cancellation);
        foreach (var (what, times) in _crowd.Tally.Counts)
            meter.Count(what, times);
        meter.Count("receiving desks at a screen", _expected.Count);
        var (old, gaps) = (_crowd.Tally.OldPushes - _oldBefore, _crowd.Tally.Gaps - _gapsBefore);
        IReadOnlyList<Finding> reading = _readers is null ? [] : _readers.Judge();
        return
        [
            .. reading,
            new("A directive to everyone is acknowledged within 1 s of the button", _acknowledged.ToString(), _acknowledged.ShareOver <= 0),
            new("The last screen shows a directive to everyone within 2 s of the button", _last.ToString(), _last.ShareOver <= 0),
            new("And of half of them within 1 s", _lastOverMedian.ToString(), _lastOverMedian.ShareOver <= 0.5),
            new("No screen is pushed anything twice or out of order", $"{old} old, {gaps} with a gap", old == 0 && gaps == 0),
            new("Every desk at a screen shows it", $"{_missing} missing after {_issued} directives", _missing == 0 && _issued > 0),
            new("Every screen ends at the present", $"{apart} positions apart", apart == 0),
        ];
    }

    public ValueTask DisposeAsync() => _crowd.DisposeAsync();

    private void Shown(Screen screen, InboxItem item)
    {
        if (item is { DocumentId: { } document, Reason: Reason.Delivery } && _audiences.TryGetValue(document.Value, out var audience))
            audience.Show(screen);
    }
}
