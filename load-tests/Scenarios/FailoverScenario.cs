using System.Diagnostics;
using System.Globalization;

namespace PartyRealtime.LoadTests.Scenarios;

/// <summary>
/// People at screens on several nodes send each other notes, and one node is killed. Whoever was connected there comes
/// back on another one and catches up; nothing acknowledged is lost, nothing comes twice.
/// </summary>
public sealed class FailoverScenario(Options options, IMeter meter) : IScenario
{
    private static readonly TimeSpan BackMax = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan KillAfter = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly NotifyScenario _notes = new(options, meter);
    private Task<(int Lost, TimeSpan Back)>? _kill;

    public double ArrivalsPerSecond => 50;

    public TimeSpan Duration => TimeSpan.FromMinutes(1);

    public Task Prepare(CancellationToken cancellation) => _notes.Prepare(cancellation);

    public Task Arrive(Arrival arrival, CancellationToken cancellation)
    {
        _kill ??= Kill(cancellation);
        return _notes.Arrive(arrival, cancellation);
    }

    public async Task<IReadOnlyList<Finding>> Judge(CancellationToken cancellation)
    {
        var (lost, back) = await _kill!;
        return
        [
            new(
                "Who was connected to the killed node is back and caught up within 15 s",
                string.Create(CultureInfo.InvariantCulture, $"{lost} people, the last after {back.TotalSeconds:0.0} s"),
                lost > 0 && back <= BackMax),
            .. (await _notes.Judge(cancellation)).Where(finding => finding.Rule != NotifyScenario.InTime),
        ];
    }

    public ValueTask DisposeAsync() => _notes.DisposeAsync();

    /// <summary>Kills the node; how many people it held, and how long until the last of them was live again.</summary>
    private async Task<(int Lost, TimeSpan Back)> Kill(CancellationToken cancellation)
    {
        await Task.Delay(KillAfter, cancellation);
        using var node = Process.GetProcessById(options.KillPid ?? throw new InvalidOperationException("--kill-pid is needed"));
        node.Kill();
        var began = Stopwatch.GetTimestamp();
        await node.WaitForExitAsync(cancellation);
        // Its connections end with the process; the screens see it in a moment.
        await Task.Delay(Look, cancellation);
        var lost = _notes.Screens.Where(screen => !screen.IsLive).ToList();
        while (lost.Exists(screen => !screen.IsLive))
            await Task.Delay(Look, cancellation);
        return (lost.Count, Stopwatch.GetElapsedTime(began));
    }
}
