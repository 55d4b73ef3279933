using System.Collections.Frozen;
using System.Collections.Immutable;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Documents;

/// <summary>
/// The outgoing state machine of DOMAIN §8 as data. The grain decides by it, and the document page offers the acts
/// that it allows: one table, so a button cannot promise what the rules refuse.
/// </summary>
public static class DocumentWorkflow
{
    /// <summary>Every transition but the first (compose), in workflow order.</summary>
    public static ImmutableArray<DocumentTransition> Transitions { get; } =
    [
        new(DocumentAct.Submit, [DocumentState.Drafting], DocumentRole.Author),
        new(DocumentAct.Clear, [DocumentState.InReview], DocumentRole.Reviewer | DocumentRole.Clerk),
        new(DocumentAct.Sign, [DocumentState.AwaitingSignature], DocumentRole.Reviewer),
        new(DocumentAct.Number, [DocumentState.Signed], DocumentRole.Clerk),
        new(DocumentAct.Seal, [DocumentState.Numbered], DocumentRole.Clerk),
        new(DocumentAct.Issue, [DocumentState.Sealed], DocumentRole.Clerk),
        new(DocumentAct.Correct, [DocumentState.Issued], DocumentRole.Clerk),
        new(DocumentAct.Replace, [DocumentState.Issued], DocumentRole.Clerk),
        new(DocumentAct.Recall, [DocumentState.Issued], DocumentRole.Clerk),
        new(DocumentAct.Remind, [DocumentState.Issued], DocumentRole.Clerk),
        new(DocumentAct.Revise, [DocumentState.Drafting], DocumentRole.Author),
        new(DocumentAct.Invite, [DocumentState.Drafting], DocumentRole.Author),
        new(DocumentAct.Comment, [DocumentState.InReview], DocumentRole.Author | DocumentRole.Reviewer | DocumentRole.Clerk),
        new(DocumentAct.ReturnDraft, [DocumentState.InReview], DocumentRole.Reviewer | DocumentRole.Clerk),
        new(DocumentAct.RefuseSign, [DocumentState.AwaitingSignature], DocumentRole.Reviewer),
        new(DocumentAct.Void, [DocumentState.Numbered, DocumentState.Sealed], DocumentRole.Clerk),
    ];

    private static readonly FrozenDictionary<DocumentAct, DocumentTransition> ByAct =
        Transitions.ToFrozenDictionary(transition => transition.Act);

    public static DocumentTransition Of(DocumentAct act) => ByAct[act];

    /// <summary>What this person is to this document today.</summary>
    public static DocumentRole RoleOf(DocumentRow row, Actor actor)
    {
        var role = DocumentRole.None;
        if (actor.Official == row.Author || actor.Holds(row.AuthorSeat))
            role |= DocumentRole.Author;
        if (row.Reviewer is { } reviewer && actor.Holds(reviewer))
            role |= DocumentRole.Reviewer;
        // The registry sees a draft only once its author has let go of it.
        if (row.State != DocumentState.Drafting && actor.SeatIn(row.Unit, SeatRole.Clerk) is not null)
            role |= DocumentRole.Clerk;
        return role;
    }

    /// <summary>The acts that this person may do now, the expected one first.</summary>
    public static ImmutableArray<DocumentAct> Allowed(DocumentRow row, Actor actor)
    {
        var role = RoleOf(row, actor);
        return [.. Transitions.Where(t => (t.By & role) != DocumentRole.None && t.From.Contains(row.State) && HasPart(t.Act, row, role)).Select(t => t.Act)];
    }

    /// <summary>Who has cleared already has no second say in the round; others write only in what is written together.</summary>
    private static bool HasPart(DocumentAct act, DocumentRow row, DocumentRole role) => act switch
    {
        DocumentAct.Clear =>
            (!row.ContentCleared && role.HasFlag(DocumentRole.Reviewer)) ||
            (!row.FormCleared && role.HasFlag(DocumentRole.Clerk)),
        DocumentAct.Invite => row.Together,
        _ => true,
    };
}
