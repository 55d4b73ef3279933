using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Ids;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Grains.Inbox;

namespace PartyRealtime.Grains.Documents;

/// <summary>
/// Which inbox items a document has, as a function of its row: what an act changes in inboxes is the difference
/// between before and after, so no act can forget one.
/// </summary>
internal static class DocumentItems
{
    /// <summary>The inbox changes that lead from one state of the document, and of its invitations, to the next.</summary>
    public static ImmutableArray<InboxChange> Changes(
        DocumentRow? before, DocumentRow after, UnitFacts unit, bool takesNumber = false, Invitations? invitations = null) =>
        ItemDiff.Between(
            before is null ? [] : Of(before, unit, invitations?.Before ?? []),
            Of(after, unit, invitations?.After ?? []),
            // What became of an issued document is no word of its item, but its author and desk have it open.
            wordsChange: takesNumber || (before is { State: >= DocumentState.Issued } && before.State != after.State));

    private static List<OpenItem> Of(DocumentRow row, UnitFacts unit, ImmutableArray<DraftParticipantRow> participants)
    {
        var content = Content(row, unit);
        var items = new List<OpenItem>(4);
        if (row.State < DocumentState.Issued)
            items.Add(new(new ItemKey(row.AuthorSeat, row.Id.Value, Reason.Draft), DraftBox(row), content));
        if (row.State == DocumentState.Drafting)
            items.AddRange(participants.Select(invited => new OpenItem(new ItemKey(invited.Seat, Subject(invited, row), Reason.Draft), Box.Drafts, content)));
        if (row.State == DocumentState.InReview)
            AddReview(items, row, unit, content);
        if (row is { State: DocumentState.AwaitingSignature, Reviewer: { } signer })
            items.Add(new(new ItemKey(signer, Subject("sign", row), Reason.Sign), Box.ToSign, content));
        if (row.State is DocumentState.Signed or DocumentState.Numbered or DocumentState.Sealed && unit.Desk is { } desk)
            items.Add(new(new ItemKey(desk, Subject("number", row), Reason.Number), Box.ToNumber, content));
        if (row.State >= DocumentState.Issued)
            AddIssued(items, row, unit, content);
        return items;
    }

    private static void AddReview(List<OpenItem> items, DocumentRow row, UnitFacts unit, ItemContent content)
    {
        if (!row.ContentCleared && row.Reviewer is { } reviewer)
            items.Add(new(new ItemKey(reviewer, Subject("review", row), Reason.Review), Box.ToReview, content));
        if (!row.FormCleared && unit.Desk is { } desk && desk != row.Reviewer)
            items.Add(new(new ItemKey(desk, Subject("review", row), Reason.Review), Box.ToReview, content));
    }

    /// <summary>The deadline is the recipients': nothing is left to be done by it here.</summary>
    private static void AddIssued(List<OpenItem> items, DocumentRow row, UnitFacts unit, ItemContent content)
    {
        content = content with { DueOn = null };
        if (unit.Desk is { } desk)
            items.Add(new(new ItemKey(desk, row.Id.Value, Reason.Issued), Box.Issued, content));
        if (row.AuthorSeat != unit.Desk)
            items.Add(new(new ItemKey(row.AuthorSeat, row.Id.Value, Reason.Issued), Box.Issued, content));
    }

    private static Box DraftBox(DocumentRow row) =>
        row is { State: DocumentState.Drafting, Round: > 1 } ? Box.Returned : Box.Drafts;

    /// <summary>Each round asks anew: its items are other items than the last round's.</summary>
    private static Guid Subject(string what, DocumentRow row) => DerivedId.From(what, row.Round, row.Id.Value);

    /// <summary>So does each invitation.</summary>
    private static Guid Subject(DraftParticipantRow invited, DocumentRow row) =>
        DerivedId.From("invited", checked((int)invited.Since), Subject("draft", row));

    private static ItemContent Content(DocumentRow row, UnitFacts unit) => new()
    {
        Document = row.Id,
        FromUnit = row.Unit,
        Urgency = row.Urgency,
        Secrecy = row.Secrecy,
        DueOn = row.DueOn,
        Symbol = row.Symbol,
        DocumentType = row.Type,
        Abstract = row.Abstract,
        From = unit.FullName,
    };
}
