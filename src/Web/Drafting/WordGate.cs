using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Word.Reading;

namespace PartyRealtime.Web.Drafting;

/// <summary>How many Word files a node reads at once: a small file may unpack to much, and take seconds.</summary>
internal sealed class WordGate : IDisposable
{
    public const int AtOnceMax = 2;

    private readonly SemaphoreSlim _places = new(AtOnceMax, AtOnceMax);

    /// <summary>How long one waits for a place.</summary>
    public static TimeSpan WaitMax { get; } = TimeSpan.FromSeconds(5);

    /// <summary>What the file says, or Busy when no place was free in time.</summary>
    public async Task<Outcome<WordReading>> Read(Stream file, CancellationToken cancellation)
    {
        if (!await _places.WaitAsync(WaitMax, cancellation))
            return RefusalCode.Busy;
        try
        {
            return WordText.Read(file);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
