using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Web.Requests;
using PartyRealtime.Word.Reading;

namespace PartyRealtime.Web.Drafting;

/// <summary>How many Word files a node reads at once: a small file may unpack to much, and take seconds.</summary>
internal sealed class WordGate : IDisposable
{
    public const int AtOnceMax = 2;

    private readonly Places _places = new(AtOnceMax, WaitMax);

    /// <summary>How long one waits for a place.</summary>
    public static TimeSpan WaitMax { get; } = TimeSpan.FromSeconds(5);

    /// <summary>What the file says, or Busy when no place was free in time.</summary>
    public Task<Outcome<WordReading>> Read(Stream file, CancellationToken cancellation) =>
        _places.Take<WordReading>(() => Task.FromResult<Outcome<WordReading>>(WordText.Read(file)), () => RefusalCode.Busy, cancellation);

    public void Dispose() => _places.Dispose();
}
