using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Grains.Documents;

/// <summary>
/// What one act on a document means for the draft that is written together. The draft is told after the commit; where
/// that word is lost with a node, the draft finds out by itself.
/// </summary>
internal sealed class DraftClosing(IDraftClosingGrain draft)
{
    private bool isFrozen;
    private bool isMoved;
    private bool isDiscussed;

    /// <summary>Freezes the draft. Unavailable when it cannot be reached.</summary>
    /// <param name="anew">A decision on the draft as it was frozen before has lost: what its grain holds is not what the tables hold.</param>
    public async Task<Outcome<FrozenDraft>> Freeze(bool anew)
    {
        try
        {
            if (anew)
                await draft.Reopen();
            isFrozen = true;
            return await draft.Freeze();
        }
        catch (Exception away) when (IsAway(away))
        {
            return RefusalCode.Unavailable;
        }
    }

    /// <summary>Looks at the draft, which is written on. Unavailable when it cannot be reached.</summary>
    /// <param name="head">The last place that was in the tables before; a draft that does not contain it is a twin, and is read anew.</param>
    public async Task<Outcome<FrozenDraft>> Present(long head)
    {
        try
        {
            var present = await draft.Present();
            if (!present.IsOk || present.Value.Seq >= head)
                return present;
            await draft.Reopen();
            return await draft.Present();
        }
        catch (Exception away) when (IsAway(away))
        {
            return RefusalCode.Unavailable;
        }
    }

    /// <summary>
    /// What was decided. Who may write or suggest changes when the document goes to review, from there on or back, and when
    /// somebody who was invited before gets another right, or none.
    /// </summary>
    public void Decided(DocumentRow? before, DocumentDecision decision, DocumentScene scene)
    {
        isMoved = before is { Together: true }
            && (Stage(before.State) != Stage(decision.Row.State)
                || scene.Participants.Any(participant => participant.Seat == decision.Participant?.Seat));
        isDiscussed = decision.Says is not null;
    }

    /// <summary>Tells the draft what became of the act.</summary>
    public async Task End(Outcome<Receipt> outcome)
    {
        var isUnknown = outcome.Refusal?.Code == RefusalCode.UnknownOutcome;
        try
        {
            if (isMoved && (outcome.IsOk || isUnknown))
                await draft.Reopen();
            else if (isFrozen)
                await draft.Thaw();
            else if (isDiscussed && outcome.IsOk)
                await draft.Discussed(outcome.Value.Last);
        }
        catch (Exception away) when (IsAway(away))
        {
            // The answer stands: what is committed is committed.
        }
    }

    /// <summary>What rights depend on: from the signature on they stay.</summary>
    private static DocumentState Stage(DocumentState state) =>
        state is DocumentState.Drafting or DocumentState.InReview ? state : DocumentState.AwaitingSignature;

    private static bool IsAway(Exception error) => error is OrleansException or TimeoutException;
}
