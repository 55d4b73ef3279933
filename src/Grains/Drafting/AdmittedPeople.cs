using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Grains.Drafting;

/// <summary>
/// What each person who joined may do. A room asks again every 30 s; what is older than three times that counts no more, by
/// the monotonic clock: one that is set back must not make a right last longer.
/// </summary>
internal sealed class AdmittedPeople(TimeProvider time)
{
    /// <summary>So long a right counts without being asked for again.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(90);

    private readonly Dictionary<OfficialId, (DraftRight Right, long At)> rights = [];

    public void Admit(OfficialId official, DraftRight right) => rights[official] = (right, time.GetTimestamp());

    /// <summary>The person's right; null for somebody who did not join, or not lately.</summary>
    public DraftRight? RightOf(OfficialId official) =>
        rights.TryGetValue(official, out var admitted) && time.GetElapsedTime(admitted.At) < Kept ? admitted.Right : null;

    /// <summary>Forgets who was not heard of.</summary>
    public void Prune()
    {
        foreach (var official in rights.Keys.Where(official => RightOf(official) is null).ToList())
            rights.Remove(official);
    }
}
