using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Fields;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Inbox.Facts;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Grains.Inbox;

/// <summary>What a person may do with items of the own inbox. Read is per person, done per seat.</summary>
internal static class OfficialRules
{
    /// <summary>Items in one act: what one commit may change (DESIGN §2).</summary>
    public const int ItemsMax = 100;

    /// <summary>Whether the act names a number of items that it may; null when it does.</summary>
    public static Refusal? Count(ImmutableArray<ItemKey> items)
    {
        if (items.IsDefaultOrEmpty)
            return new Refusal(RefusalCode.FieldMissing, "items");
        return items.Length > ItemsMax
            ? new Refusal(RefusalCode.TooMany, "items", FieldRules.Limit(ItemsMax))
            : null;
    }

    /// <summary>The marks to set among the items found: the open ones that this person has not read.</summary>
    public static ItemDecision MarkRead(OfficialId reader, IEnumerable<HeldItem> found)
    {
        var unread = found.Where(item => item.Box != Box.Closed && !item.ReadBy.Contains(reader)).ToArray();
        return new ItemDecision(
            FactJson.Of(new ItemsRead([.. unread.Select(item => item.Key)])),
            [.. unread.Select(item => new InboxChange(item.Key, InboxChangeKind.Read, item.Box, item.Box, item.Content, reader))]);
    }

    /// <summary>
    /// The items to close among those found. A for-information item belongs to a step of a delivery, a returned one to the
    /// delivery itself or to the step that came back: they are closed by acts on it (<see cref="OnDeliveries"/>), this decision only records them.
    /// </summary>
    public static Outcome<ItemDecision> Close(IReadOnlyCollection<HeldItem> found)
    {
        var open = found.Where(item => item.Box != Box.Closed).ToArray();
        if (open.Any(item => item.Box is not Box.Notes and not Box.ForInformation && item.Key.Reason != Reason.Returned))
            return RefusalCode.NotAllowedNow;
        return new ItemDecision(
            FactJson.Of(new ItemsClosed([.. found.Where(MayClose).Select(item => item.Key)])),
            [.. open.Where(item => item.Box == Box.Notes).Select(item =>
                new InboxChange(item.Key, InboxChangeKind.Moved, item.Box, Box.Closed, item.Content))]);
    }

    /// <summary>The items that an act on their delivery closes, each with that act.</summary>
    public static IEnumerable<(HeldItem Item, DeliveryRequest Act)> OnDeliveries(IEnumerable<HeldItem> found) =>
        from item in found
        where item.Content.Delivery is not null
        let act = ActOn(item)
        where act is not null
        select (item, act);

    private static DeliveryRequest? ActOn(HeldItem item) => item switch
    {
        { Box: Box.ForInformation } => new FinishStep(new StepId(item.Key.Subject), null),
        { Box: Box.Returned, Key.Reason: Reason.Returned } when item.Key.Subject == item.Content.Delivery!.Value.Value => new CloseReturn(),
        { Box: Box.Returned, Key.Reason: Reason.Returned } => new CloseStepReturn(new StepId(item.Key.Subject)),
        _ => null,
    };

    private static bool MayClose(HeldItem item) =>
        item.Key.Reason is Reason.Note or Reason.Mention or Reason.ForInformation or Reason.Returned;
}
