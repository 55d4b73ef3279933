using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Web.Requests;

/// <summary>
/// Places of a node, of which each person may have some: one who asks without end waits for places of their own, and not
/// everybody for them. A person who asks for nothing is not remembered.
/// </summary>
/// <param name="atOnceMax">How many there are.</param>
/// <param name="ofPersonMax">How many of them one person may have.</param>
/// <param name="waitMax">How long one waits for each, the person's place and then the node's.</param>
internal sealed class PersonPlaces(int atOnceMax, int ofPersonMax, TimeSpan waitMax) : IDisposable
{
    private readonly Places _ofAll = new(atOnceMax, waitMax);
    private readonly Lock _lock = new();
    private readonly Dictionary<OfficialId, Own> _of = [];

    /// <summary>The answer, or this refusal when no place was free in time, the person's or the node's.</summary>
    public async Task<Outcome<T>> Take<T>(OfficialId person, Func<Task<Outcome<T>>> act, Func<Refusal> full, CancellationToken cancellation)
    {
        var own = Come(person);
        try
        {
            return await own.Places.Take(() => _ofAll.Take(act, full, cancellation), full, cancellation);
        }
        finally
        {
            Leave(person, own);
        }
    }

    public void Dispose() => _ofAll.Dispose();

    private Own Come(OfficialId person)
    {
        lock (_lock)
        {
            if (!_of.TryGetValue(person, out var own))
                _of[person] = own = new Own(new Places(ofPersonMax, waitMax));
            own.Asking++;
            return own;
        }
    }

    private void Leave(OfficialId person, Own own)
    {
        lock (_lock)
        {
            if (--own.Asking > 0)
                return;
            _of.Remove(person);
            own.Places.Dispose();
        }
    }

    private sealed class Own(Places places)
    {
        public Places Places => places;

        /// <summary>How many of the person's requests are inside or wait.</summary>
        public int Asking { get; set; }
    }
}
