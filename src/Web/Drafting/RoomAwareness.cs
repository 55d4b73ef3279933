using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Yjs.Protocols;

namespace PartyRealtime.Web.Drafting;

/// <summary>
/// Who is at one draft and where their carets are, as far as this node knows. A client id belongs to the visit that brought
/// it: nobody speaks for another. What clients say is collected and sent on by <see cref="Tick"/>.
/// </summary>
internal sealed class RoomAwareness(DraftingOptions options, TimeProvider time)
{
    /// <summary>Clients remembered in one room, with those who have gone lately.</summary>
    public const int ClientsMax = 2_000;

    private readonly Lock _lock = new();
    private readonly AwarenessStates _states = new(ClientsMax);
    private readonly Dictionary<long, DraftVisit> _speakers = [];
    private readonly Dictionary<long, long> _heardAt = [];
    private readonly HashSet<DraftVisit> _speaking = [];
    private readonly Dictionary<long, AwarenessState> _forHere = [];
    private readonly Dictionary<long, AwarenessState> _forOthers = [];

    /// <summary>Something is to be sent on, now or a little later. Of hundreds of rooms most are looked at for nothing, without the lock.</summary>
    private volatile bool _mayHaveWords;

    /// <summary>Everybody who is there, for who comes.</summary>
    public IReadOnlyList<AwarenessState> Present
    {
        get
        {
            lock (_lock)
                return _states.Present;
        }
    }

    /// <summary>Those who speak by sockets of this node, for a room that does not know them yet.</summary>
    public IReadOnlyList<AwarenessState> Here
    {
        get
        {
            lock (_lock)
                return [.. _states.Present.Where(state => _speakers.ContainsKey(state.Client))];
        }
    }

    /// <summary>
    /// What a visit says. Words about clients of others are left out: y-websocket clients repeat what they were told.
    /// </summary>
    public void Say(DraftVisit visit, IReadOnlyList<AwarenessState> words)
    {
        if (words is [{ IsGone: false } alone])
            visit.Client ??= alone.Client;
        lock (_lock)
        {
            foreach (var word in words)
            {
                if (Admit(visit, word) is not { } admitted)
                    continue;
                _heardAt[word.Client] = time.GetTimestamp();
                visit.Colour ??= ColourFor(visit.Official);
                if (AwarenessRules.Shown(admitted, visit.Official, visit.Admission.Name, visit.Admission.Unit, visit.Colour) is not { } shown)
                    continue;
                visit.Said[word.Client] = shown;
                _speaking.Add(visit);
                _mayHaveWords = true;
            }
        }
    }

    /// <summary>What another room says of its clients.</summary>
    public void Hear(IReadOnlyList<AwarenessState> words)
    {
        lock (_lock)
        {
            foreach (var word in words)
            {
                if (_speakers.GetValueOrDefault(word.Client) is not { } speaker)
                    Publish([word], others: false);
                else if (word.IsGone)
                    GoOn(speaker, word);
            }
        }
    }

    /// <summary>The visit's clients are gone.</summary>
    public void Leave(DraftVisit visit)
    {
        lock (_lock)
        {
            _speaking.Remove(visit);
            // Those whose going was not sent on yet are spoken for by nobody any more.
            Publish([.. visit.Said.Values.Where(state => state.IsGone)], others: true);
            visit.Said.Clear();
            Remove([.. _speakers.Where(pair => pair.Value == visit).Select(pair => pair.Key)]);
        }
    }

    /// <summary>Who was not heard of for too long is gone; who is gone for as long is forgotten.</summary>
    public void Expire()
    {
        lock (_lock)
        {
            var silent = _heardAt.Where(pair => time.GetElapsedTime(pair.Value) >= options.AwarenessLife).Select(pair => pair.Key).ToList();
            Remove([.. silent.Where(client => _states.Of(client) is { IsGone: false })]);
            foreach (var client in silent.Where(client => time.GetElapsedTime(_heardAt[client]) >= options.AwarenessLife * 2))
            {
                _states.Forget(client);
                _heardAt.Remove(client);
                // One whose words were all too long was never shown, and held its place.
                _speakers.Remove(client);
            }
        }
    }

    /// <summary>What is to be sent on now: to the sockets here, and to the other rooms. Nothing of both is the usual case.</summary>
    public (IReadOnlyCollection<AwarenessState> Here, IReadOnlyCollection<AwarenessState> Others) Tick()
    {
        if (!_mayHaveWords)
            return ([], []);
        lock (_lock)
        {
            if (_speaking.Count > 0)
                Collect();
            _mayHaveWords = _speaking.Count > 0;
            AwarenessState[] here = [.. _forHere.Values], others = [.. _forOthers.Values];
            _forHere.Clear();
            _forOthers.Clear();
            return (here, others);
        }
    }

    /// <summary>A client came here before the other room missed it: what it says here, sent on or not yet, is newer than that it is gone there.</summary>
    private void GoOn(DraftVisit speaker, AwarenessState gone)
    {
        if (speaker.Said.TryGetValue(gone.Client, out var said))
            speaker.Said[gone.Client] = said.Clock > gone.Clock ? said : said with { Clock = gone.Clock + 1 };
        else if (_states.Of(gone.Client) is { } known && gone.Replaces(known))
            Publish([known with { Clock = gone.Clock + 1 }], others: true);
    }

    private void Collect()
    {
        foreach (var visit in _speaking.Where(visit => time.GetElapsedTime(visit.SaidAt) >= options.AwarenessPause).ToList())
        {
            visit.SaidAt = time.GetTimestamp();
            Publish([.. visit.Said.Values], others: true);
            foreach (var gone in visit.Said.Values.Where(state => state.IsGone))
                Silence(visit, gone.Client);
            visit.Said.Clear();
            _speaking.Remove(visit);
        }
    }

    /// <summary>
    /// The word if the visit may speak for its client. A client that was gone begins behind the word that said so: after a
    /// lost connection it goes on with a clock that it has used.
    /// </summary>
    private AwarenessState? Admit(DraftVisit visit, AwarenessState word)
    {
        var speaker = _speakers.GetValueOrDefault(word.Client);
        if (speaker == visit)
            return word;
        var known = _states.Of(word.Client);
        var isFree = known is null or { IsGone: true } && speaker is null;
        // The same person by another socket, which has something newer to say.
        var isMine = known is { IsGone: false } && word.Clock > known.Clock && AwarenessRules.Speaker(known) == visit.Official;
        if (word.IsGone || !(isFree || isMine) || !HasPlace(visit))
            return null;
        _speakers[word.Client] = visit;
        return known is not null && word.Clock <= known.Clock ? word with { Clock = known.Clock + 1 } : word;
    }

    /// <summary>
    /// Whether the visit may speak for one more. Those of which it has said that they are gone make room, though that was not sent
    /// on yet; of one that nobody was told of nothing is left, or a visit could fill the room with them between two words.
    /// </summary>
    private bool HasPlace(DraftVisit visit)
    {
        if (Places(visit) < AwarenessRules.ClientsMax)
            return true;
        foreach (var gone in visit.Said.Values.Where(state => state.IsGone).Select(state => state.Client).ToList())
        {
            Silence(visit, gone);
            if (_states.Of(gone) is not { IsGone: false })
            {
                visit.Said.Remove(gone);
                _heardAt.Remove(gone);
            }
        }

        return Places(visit) < AwarenessRules.ClientsMax;
    }

    private int Places(DraftVisit visit) => _speakers.Values.Count(other => other == visit);

    /// <summary>The visit speaks for the client no more; somebody else may do so by then.</summary>
    private void Silence(DraftVisit visit, long client)
    {
        if (_speakers.GetValueOrDefault(client) == visit)
            _speakers.Remove(client);
    }

    /// <summary>The colour that the person has already, by another socket or another node, or the least used one of all who are there.</summary>
    private string ColourFor(OfficialId official)
    {
        var colours = new Dictionary<OfficialId, string>();
        foreach (var state in _states.Present)
        {
            if (AwarenessRules.Speaker(state) is { } speaker && AwarenessRules.ColourOf(state) is { } colour)
                colours[speaker] = colour;
        }

        // Who has just come has said something that was not sent on yet.
        foreach (var visit in _speakers.Values.Where(visit => visit.Colour is not null))
            colours[visit.Official] = visit.Colour!;
        return colours.TryGetValue(official, out var own) ? own : WriterColours.For(official, colours.Values);
    }

    private void Remove(IReadOnlyCollection<long> clients)
    {
        var gone = _states.Remove(clients);
        foreach (var state in gone)
            Note(state, others: _speakers.ContainsKey(state.Client));
        foreach (var client in clients)
            _speakers.Remove(client);
    }

    private void Publish(IReadOnlyCollection<AwarenessState> words, bool others)
    {
        foreach (var state in _states.Merge(words))
        {
            _heardAt[state.Client] = time.GetTimestamp();
            Note(state, others);
        }
    }

    private void Note(AwarenessState state, bool others)
    {
        _mayHaveWords = true;
        _forHere[state.Client] = state;
        if (others)
            _forOthers[state.Client] = state;
    }
}
