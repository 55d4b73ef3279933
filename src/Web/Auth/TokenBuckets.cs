using System.Collections.Concurrent;

namespace PartyRealtime.Web.Auth;

/// <summary>
/// A bounded number of attempts per key: <paramref name="burst"/> at once, one more per <paramref name="refill"/>. Keys that
/// are full again are forgotten, so memory follows the attempts of the last minutes.
/// </summary>
internal sealed class TokenBuckets(int burst, TimeSpan refill, TimeProvider time)
{
    private const int KeysBeforeSweep = 10_000;

    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);

    /// <summary>Keys that are remembered.</summary>
    public int Count => _buckets.Count;

    /// <summary>Takes one attempt; null when it was there, else how long to wait for the next.</summary>
    public TimeSpan? Take(string key)
    {
        if (Count > KeysBeforeSweep)
            Sweep();
        var now = time.GetTimestamp();
        TimeSpan? wait = null;
        _buckets.AddOrUpdate(
            key,
            _ =>
            {
                wait = null;
                return new Bucket(burst - 1, now);
            },
            (_, bucket) =>
            {
                var full = Refilled(bucket, now);
                wait = full.Tokens >= 1 ? null : (1 - full.Tokens) * refill;
                return full.Tokens >= 1 ? full with { Tokens = full.Tokens - 1 } : full;
            });
        return wait;
    }

    /// <summary>Gives an attempt back that turned out to be rightful.</summary>
    public void GiveBack(string key) =>
        _buckets.AddOrUpdate(
            key,
            _ => new Bucket(burst, time.GetTimestamp()),
            (_, bucket) => bucket with { Tokens = Math.Min(burst, bucket.Tokens + 1) });

    /// <summary>By the monotonic clock: one that is set back by an hour would let nobody in for that hour.</summary>
    private Bucket Refilled(Bucket bucket, long now) =>
        new(Math.Min(burst, bucket.Tokens + (time.GetElapsedTime(bucket.At, now) / refill)), now);

    private void Sweep()
    {
        var now = time.GetTimestamp();
        foreach (var (key, bucket) in _buckets)
        {
            if (Refilled(bucket, now).Tokens >= burst)
                _buckets.TryRemove(new KeyValuePair<string, Bucket>(key, bucket));
        }
    }

    private sealed record Bucket(double Tokens, long At);
}
