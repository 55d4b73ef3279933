using System.Diagnostics;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>
/// Ticks in the test's own process and writes to the disk that the databases of the tests are on, and notes how late each
/// was: by that a starved machine is known.
/// </summary>
internal sealed class Metronome : IAsyncDisposable
{
    private const int BlockBytes = 4_096;

    private static readonly TimeSpan TimerBeat = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan DiskBeat = TimeSpan.FromMilliseconds(100);

    private readonly Beats _timerBeats = new(TimerBeat);
    private readonly Beats _diskBeats = new(DiskBeat);
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly PeriodicTimer _timer = new(TimerBeat);
    private readonly ManualResetEventSlim _end = new();
    private readonly Task _ticking;
    private readonly Task _writing;

    public Metronome()
    {
        _ticking = Tick();
        // On a thread of its own: a disk that stands still must hold up none that the timer ticks on.
        _writing = Task.Factory.StartNew(Write, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>How late the machine was in this time; the times count from when the metronome was made.</summary>
    public Lateness Lateness(TimeSpan from, TimeSpan to) => new(_timerBeats.P99(from, to), _diskBeats.P99(from, to));

    /// <summary>The longest time for which nothing ran on this machine.</summary>
    public TimeSpan StoodStill(TimeSpan from, TimeSpan to) => _timerBeats.Worst(from, to);

    public async ValueTask DisposeAsync()
    {
        _timer.Dispose();
        _end.Set();
        await _ticking;
        await _writing;
        _end.Dispose();
    }

    private async Task Tick()
    {
        while (await _timer.WaitForNextTickAsync())
            _timerBeats.Done(Stopwatch.GetElapsedTime(_began));
    }

    private void Write()
    {
        var block = new byte[BlockBytes];
        using var file = new FileStream(
            Path.Combine(Path.GetTempPath(), $"partyrealtime-metronome-{Guid.NewGuid():N}"),
            FileMode.CreateNew, FileAccess.Write, FileShare.None, BlockBytes, FileOptions.DeleteOnClose);
        while (!_end.Wait(DiskBeat))
        {
            file.Position = 0;
            file.Write(block);
            file.Flush(flushToDisk: true);
            _diskBeats.Done(Stopwatch.GetElapsedTime(_began));
        }
    }
}
