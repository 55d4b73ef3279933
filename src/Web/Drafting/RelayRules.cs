using PartyRealtime.Yjs;
using PartyRealtime.Yjs.Limits;

namespace PartyRealtime.Web.Drafting;

/// <summary>What goes to a room's sockets of the updates that became durable together.</summary>
internal static class RelayRules
{
    /// <summary>
    /// The updates as one: a frame costs as much as what it carries, and goes to every socket. One by one, in their order,
    /// where they cannot be joined.
    /// </summary>
    public static IReadOnlyList<byte[]> Joined(IReadOnlyList<byte[]> updates) =>
        updates.Count > 1 && YUpdates.Merge(updates, UpdateLimits.Stored, out _) is { } joined ? [joined] : updates;
}
