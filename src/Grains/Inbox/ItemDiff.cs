using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Inbox;

namespace PartyRealtime.Grains.Inbox;

/// <summary>Turns "which items there were" and "which items there are" into changes.</summary>
internal static class ItemDiff
{
    /// <summary>
    /// Items only before are closed, items only after arrive, items in both are moved when their box or what they show
    /// differs. A key that was closed once must not come back: states give each round its own subject.
    /// </summary>
    /// <param name="before">The items there were.</param>
    /// <param name="after">The items there are.</param>
    /// <param name="wordsChange">
    /// What all items show changes in the commit itself (a number is made there): items in both are moved even where
    /// nothing differs yet, or nobody who has them open would see it.
    /// </param>
    public static ImmutableArray<InboxChange> Between(
        IReadOnlyCollection<OpenItem> before, IReadOnlyCollection<OpenItem> after, bool wordsChange = false)
    {
        var old = before.ToDictionary(item => item.Key);
        var changes = ImmutableArray.CreateBuilder<InboxChange>();
        foreach (var item in after)
        {
            if (!old.Remove(item.Key, out var was))
                changes.Add(new InboxChange(item.Key, InboxChangeKind.Arrived, null, item.Box, item.Content));
            else if (wordsChange || was.Box != item.Box || was.Content != item.Content)
                changes.Add(Moved(was, item));
        }

        foreach (var gone in old.Values)
            changes.Add(new InboxChange(gone.Key, InboxChangeKind.Moved, gone.Box, Box.Closed, gone.Content));
        return changes.DrainToImmutable();
    }

    private static InboxChange Moved(OpenItem was, OpenItem item) =>
        new(item.Key, InboxChangeKind.Moved, was.Box, item.Box, item.Content)
        {
            FromUrgency = was.Content.Urgency == item.Content.Urgency ? null : was.Content.Urgency,
        };
}
