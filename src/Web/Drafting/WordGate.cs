using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Web.Requests;
using PartyRealtime.Word.Reading;

namespace PartyRealtime.Web.Drafting;

/// <summary>How many Word files a node reads at once: a small file may unpack to much, and take seconds.</summary>
/// <param name="waitMax">How long one waits for a place.</param>
internal sealed class WordGate(TimeSpan waitMax) : IDisposable
{
    public const int AtOnceMax = 2;

    /// <summary>Of one person: nobody else's file waits for their second one.</summary>
    public const int OfPersonMax = 1;

    private readonly PersonPlaces _places = new(AtOnceMax, OfPersonMax, waitMax);

    public WordGate()
        : this(WaitMax)
    {
    }

    /// <summary>How long one waits for a place.</summary>
    public static TimeSpan WaitMax { get; } = TimeSpan.FromSeconds(5);

    /// <summary>What the file says, or Busy when no place was free in time, the node's or the person's.</summary>
    public Task<Outcome<WordReading>> Read(OfficialId person, Stream file, CancellationToken cancellation) =>
        _places.Take<WordReading>(
            person, () => Task.FromResult<Outcome<WordReading>>(WordText.Read(file)), () => RefusalCode.Busy, cancellation);

    public void Dispose() => _places.Dispose();
}
