using PartyRealtime.Contracts.Jobs;

namespace PartyRealtime.Grains.Jobs;

/// <summary>
/// Jobs that failed on this node in a way that is their own: each is left alone for a while, twice as long after each
/// failure, so that the jobs behind it go on. Not for many threads; forgotten with the process.
/// </summary>
internal sealed class JobsAside(TimeProvider time)
{
    public static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);
    public static readonly TimeSpan WaitMax = TimeSpan.FromMinutes(5);

    private readonly Dictionary<JobId, (TimeSpan Wait, long At)> _failed = [];

    /// <summary>Whether its time has not come.</summary>
    public bool Has(JobId job) => _failed.TryGetValue(job, out var failed) && time.GetElapsedTime(failed.At) < failed.Wait;

    public void Failed(JobId job)
    {
        var wait = _failed.TryGetValue(job, out var before) ? before.Wait * 2 : FirstWait;
        _failed[job] = (wait < WaitMax ? wait : WaitMax, time.GetTimestamp());
    }

    public void Succeeded(JobId job) => _failed.Remove(job);
}
