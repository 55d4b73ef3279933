namespace PartyRealtime.Silo.Nodes;

/// <summary>The process' part of all cores, 0 to 1, over the last full period of 2 s.</summary>
internal sealed class ProcessorShare : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    private readonly TimeProvider _time;
    private readonly Func<TimeSpan> _used;
    private readonly ITimer _timer;
    private (long At, TimeSpan Used) _before;
    private double _share;

    /// <param name="time">When a period ends.</param>
    /// <param name="used">Processor time of the process so far, all cores together.</param>
    public ProcessorShare(TimeProvider time, Func<TimeSpan> used)
    {
        (_time, _used) = (time, used);
        _before = (time.GetTimestamp(), used());
        _timer = time.CreateTimer(_ => Sample(), null, Every, Every);
    }

    public double Value => Volatile.Read(ref _share);

    public void Dispose() => _timer.Dispose();

    private void Sample()
    {
        var now = (At: _time.GetTimestamp(), Used: _used());
        var passed = _time.GetElapsedTime(_before.At, now.At) * Environment.ProcessorCount;
        if (passed > TimeSpan.Zero)
            Volatile.Write(ref _share, Math.Clamp((now.Used - _before.Used) / passed, 0, 1));
        _before = now;
    }
}
