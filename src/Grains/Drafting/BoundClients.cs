using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Grains.Drafting;

/// <summary>
/// Whose each Yjs client id of one draft is, for ever. A draft has room for <see cref="Yjs.Limits.UpdateLimits.ClientsMax"/> of
/// them: the bounds here keep one person from taking the room of all others.
/// </summary>
internal sealed class BoundClients
{
    /// <summary>New client ids of one update: every page that was opened and typed in without a connection is one.</summary>
    public const int NewOnesMax = 50;

    /// <summary>Client ids of one person in one draft: every page that was opened and typed in is one.</summary>
    public const int PerPersonMax = 1_000;

    private readonly Dictionary<long, OfficialId> owners = [];
    private readonly Dictionary<OfficialId, int> counts = [];

    public IReadOnlyDictionary<long, OfficialId> Owners => owners;

    /// <summary>Whether it is another person's.</summary>
    public bool IsForeign(long client, OfficialId official) => owners.TryGetValue(client, out var owner) && owner != official;

    public bool IsNew(long client) => !owners.ContainsKey(client);

    /// <summary>Why the person may not have so many more, in a word for operators; null when he may.</summary>
    public string? Declined(OfficialId official, int newOnes)
    {
        if (newOnes > NewOnesMax)
            return "clients-too-many-at-once";
        return newOnes > 0 && counts.GetValueOrDefault(official) + newOnes > PerPersonMax ? "clients-too-many-of-one-person" : null;
    }

    public void Bind(long client, OfficialId official)
    {
        owners.Add(client, official);
        counts[official] = counts.GetValueOrDefault(official) + 1;
    }
}
