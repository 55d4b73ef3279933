using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Web.Requests;

/// <summary>
/// Places of each person for what a node does only so many times at once: one who asks without end waits for places of
/// their own, and not everybody for them. A person who asks for nothing is not remembered.
/// </summary>
/// <param name="atOnceMax">How many each has.</param>
/// <param name="waitMax">How long one waits for a place.</param>
internal sealed class PersonPlaces(int atOnceMax, TimeSpan waitMax)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<OfficialId, Own> _of = [];

    /// <summary>People who have a place or wait for one.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _of.Count;
        }
    }

    /// <summary>The answer, or this refusal when none of the person's places was free in time.</summary>
    public async Task<Outcome<T>> Take<T>(OfficialId person, Func<Task<Outcome<T>>> act, Func<Refusal> full, CancellationToken cancellation)
    {
        var own = Come(person);
        try
        {
            return await own.Places.Take(act, full, cancellation);
        }
        finally
        {
            Leave(person, own);
        }
    }

    private Own Come(OfficialId person)
    {
        lock (_lock)
        {
            if (!_of.TryGetValue(person, out var own))
                _of[person] = own = new Own(new Places(atOnceMax, waitMax));
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
