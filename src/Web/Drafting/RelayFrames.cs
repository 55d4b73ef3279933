using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Yjs;
using PartyRealtime.Yjs.Limits;

namespace PartyRealtime.Web.Drafting;

/// <summary>In which frames a room sends on what became durable together.</summary>
internal static class RelayFrames
{
    /// <summary>
    /// One update for them all, as a frame costs as much as what it carries and goes to every socket; where they cannot be
    /// joined, each by itself. In their order. <see cref="DraftUpdate.From"/> is 0 where more than one visit wrote.
    /// </summary>
    public static IReadOnlyList<DraftUpdate> Of(IReadOnlyList<DraftUpdate> updates) =>
        updates.Count > 1 && YUpdates.Merge(updates.Select(update => update.Bytes), UpdateLimits.Stored, out _) is { } joined
            ? [new DraftUpdate(updates[0].By, joined, Writer(updates))]
            : updates;

    private static long Writer(IReadOnlyList<DraftUpdate> updates) =>
        updates.All(update => update.From == updates[0].From) ? updates[0].From : 0;
}
