namespace PartyRealtime.Yjs.Protocols;

/// <summary>
/// The newest word of each client at one document. Who is gone is remembered with its clock, until it is forgotten: an
/// earlier word that comes late must not bring it back. Not for use by several threads at once.
/// </summary>
/// <param name="clientsMax">Clients beyond which a new one is not taken.</param>
public sealed class AwarenessStates(int clientsMax)
{
    private readonly Dictionary<long, AwarenessState> states = [];

    /// <summary>Those who are there.</summary>
    public IReadOnlyList<AwarenessState> Present => [.. states.Values.Where(state => !state.IsGone)];

    /// <summary>Takes what is newer than what is known, and gives it, to be passed on.</summary>
    public IReadOnlyList<AwarenessState> Merge(IEnumerable<AwarenessState> incoming)
    {
        var taken = new List<AwarenessState>();
        foreach (var state in incoming)
        {
            var known = states.GetValueOrDefault(state.Client);
            if (!state.Replaces(known) || (known is null && states.Count >= clientsMax))
                continue;
            states[state.Client] = state;
            taken.Add(state);
        }
        return taken;
    }

    /// <summary>Says of clients that they are gone, each a clock later, and gives what is to be passed on.</summary>
    public IReadOnlyList<AwarenessState> Remove(IEnumerable<long> clients) => Merge(
        [.. clients.Select(client => states.GetValueOrDefault(client)).Where(state => state is { IsGone: false })
            .Select(state => new AwarenessState(state!.Client, state.Clock + 1, AwarenessState.Gone))]);

    /// <summary>Forgets a client wholly; only once nothing of it can come any more.</summary>
    public void Forget(long client) => states.Remove(client);
}
