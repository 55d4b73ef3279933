using System.Collections.Concurrent;

namespace PartyRealtime.FaultTests.Contests;

/// <summary>What became of every command, and what was read after it; recorded while the fault lasts, judged after it.</summary>
internal sealed class ContestHistory
{
    private readonly ConcurrentQueue<Settled> _settled = new();
    private readonly ConcurrentQueue<string> _stale = new();
    private int _reads;

    public IReadOnlyCollection<Settled> Commands => _settled;

    /// <summary>Reads that were held against an acknowledgement before them.</summary>
    public int Reads => _reads;

    public IReadOnlyCollection<string> Stale => _stale;

    public void Add(Settled command) => _settled.Enqueue(command);

    /// <summary>A read that began after a stream was acknowledged to stand at a position.</summary>
    public void Read(string path, long acknowledged, long read)
    {
        Interlocked.Increment(ref _reads);
        if (read < acknowledged)
            _stale.Enqueue($"{path}: acknowledged at {acknowledged}, read at {read}");
    }
}
