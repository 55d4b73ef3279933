namespace PartyRealtime.Yjs.Protocols;

/// <summary>
/// The newest word of each client at one document. Who is gone is remembered with its clock, until it is forgotten: an
/// earlier word that comes late must not bring it back. Not for use by several threads at once.
/// </summary>
/// <param name="clientsMax">Clients beyond which a new one takes the place of the one that has been gone longest, and is not taken where nobody is gone.</param>
public sealed class AwarenessStates(int clientsMax)
{
    private readonly Dictionary<long, AwarenessState> states = [];

    /// <summary>Those who are gone, the longest gone first.</summary>
    private readonly List<long> gone = [];

    /// <summary>Those who are there.</summary>
    public IReadOnlyList<AwarenessState> Present => [.. states.Values.Where(state => !state.IsGone)];

    /// <summary>Takes what is newer than what is known, and gives it, to be passed on.</summary>
    public IReadOnlyList<AwarenessState> Merge(IEnumerable<AwarenessState> incoming)
    {
        var taken = new List<AwarenessState>();
        foreach (var state in incoming)
        {
            var known = states.GetValueOrDefault(state.Client);
            if (!state.Replaces(known) || (known is null && !HasRoom()))
                continue;
            if (known is { IsGone: true })
                gone.Remove(state.Client);
            if (state.IsGone)
                gone.Add(state.Client);
            states[state.Client] = state;
            taken.Add(state);
        }
        return taken;
    }

    /// <summary>Says of clients that they are gone, each a clock later, and gives what is to be passed on.</summary>
    public IReadOnlyList<AwarenessState> Remove(IEnumerable<long> clients) => Merge(
        [.. clients.Select(client => states.GetValueOrDefault(client)).Where(state => state is { IsGone: false })
            .Select(state => new AwarenessState(state!.Client, state.Clock + 1, AwarenessState.Gone))]);

    /// <summary>What is known of a client; null where nothing is.</summary>
    public AwarenessState? Of(long client) => states.GetValueOrDefault(client);

    /// <summary>Forgets a client wholly; only once nothing of it can come any more.</summary>
    public void Forget(long client)
    {
        if (states.Remove(client, out var state) && state.IsGone)
            gone.Remove(client);
    }

    /// <summary>Whether another client may come: where all places are taken, the longest gone makes room.</summary>
    private bool HasRoom()
    {
        if (states.Count < clientsMax)
            return true;
        if (gone.Count == 0)
            return false;
        Forget(gone[0]);
        return true;
    }
}
