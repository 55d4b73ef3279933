namespace PartyRealtime.Silo.Push;

/// <summary>
/// Whether Redis is there, as far as this node has seen: said once when it goes, and once when it is back. For many threads.
/// </summary>
internal sealed partial class RedisPresence(TimeProvider time, ILogger<RedisPresence> log)
{
    /// <summary>So long after a failure nobody tries again: a Redis that hangs would hold every batch for the driver's patience.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private long? _failedAt;

    /// <summary>Where it is looked for, without what it is opened with.</summary>
    public string Address { private get; set; } = "";

    /// <summary>Whether a try is worth its time.</summary>
    public bool IsWorthTrying
    {
        get
        {
            lock (_lock)
                return _failedAt is not { } at || time.GetElapsedTime(at) >= Pause;
        }
    }

    /// <summary>It took something.</summary>
    public void Answered()
    {
        lock (_lock)
        {
            if (_failedAt is null)
                return;
            _failedAt = null;
        }

        Back(Address);
    }

    /// <summary>It could not be reached, or did not answer.</summary>
    /// <param name="error">What was seen, in a word.</param>
    public void Failed(string error)
    {
        bool isNews;
        lock (_lock)
            (isNews, _failedAt) = (_failedAt is null, time.GetTimestamp());
        if (isNews)
            Away(Address, error);
    }

    [LoggerMessage(7001, LogLevel.Warning, "Redis at {Address} is away ({Error}): hints go by the calls between silos, until it is back")]
    private partial void Away(string address, string error);

    [LoggerMessage(7003, LogLevel.Warning, "Redis at {Address} is back: hints go by it again")]
    private partial void Back(string address);
}
