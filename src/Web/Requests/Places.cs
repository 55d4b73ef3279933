using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Web.Requests;

/// <summary>Places for what a node does only so many times at once.</summary>
/// <param name="atOnceMax">How many there are.</param>
/// <param name="waitMax">How long one waits for a place.</param>
internal sealed class Places(int atOnceMax, TimeSpan waitMax) : IDisposable
{
    private readonly SemaphoreSlim _free = new(atOnceMax, atOnceMax);

    /// <summary>The answer, or this refusal when no place was free in time.</summary>
    public async Task<Outcome<T>> Take<T>(Func<Task<Outcome<T>>> act, Func<Refusal> full, CancellationToken cancellation)
    {
        if (!await _free.WaitAsync(waitMax, cancellation))
            return full();
        try
        {
            return await act();
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();
}
