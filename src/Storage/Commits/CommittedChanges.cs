using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;

namespace PartyRealtime.Storage.Commits;

/// <summary>Puts together what the caller knows of an item and what the database answered.</summary>
internal static class CommittedChanges
{
    /// <summary>
    /// The committed change. The stored columns come from <paramref name="stored"/>: a read or a due item does not
    /// write its content, so what another command changed meanwhile is shown as it stands.
    /// </summary>
    public static CommittedInboxChange From(InboxChange change, long position, StoredItem stored) => new(
        change.Key.Seat,
        position,
        change.Kind,
        change.FromBox,
        change.By,
        new InboxItem
        {
            Seat = change.Key.Seat,
            Subject = change.Key.Subject,
            Reason = change.Key.Reason,
            Box = change.Kind == InboxChangeKind.Removed ? change.FromBox!.Value : change.ToBox,
            Position = position,
            ArrivedAt = DateTimeOffset.FromUnixTimeMilliseconds(stored.ArrivedAtMs),
            ReadBy = Readers.Parse(stored.ReadBy),
            Urgency = (Urgency)stored.Urgency,
            Secrecy = (Secrecy)stored.Secrecy,
            DueOn = stored.DueOn is { } due ? CommitClock.FromText(due) : null,
            Overdue = stored.Overdue,
            DocumentId = change.Content.Document,
            DeliveryId = change.Content.Delivery,
            Symbol = change.Content.Symbol,
            DocumentType = change.Content.DocumentType,
            Abstract = change.Content.Abstract,
            From = change.Content.From,
            Note = stored.Note,
            RemindedAt = change.Content.RemindedAt,
            ArrivedSeq = stored.ArrivedSeq,
        },
        change.FromUrgency,
        stored.WasOverdue == stored.Overdue ? null : stored.WasOverdue);

    /// <summary>The columns of an item that arrives now, at this position.</summary>
    public static StoredItem Arrival(InboxChange change, long atMs, long position) => new(
        atMs,
        position,
        Readers.None,
        (int)change.Content.Urgency,
        (int)change.Content.Secrecy,
        CommitClock.ToText(change.Content.DueOn),
        Overdue: false,
        change.Content.Note,
        WasOverdue: false);
}
