using System.Collections.Immutable;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Yjs.Limits;

namespace PartyRealtime.Grains.Drafting;

/// <summary>Who may do what in a draft, and what is taken from them.</summary>
internal static class DraftingRules
{
    /// <summary>The XML fragment that holds the text: the name that TipTap's collaboration gives it.</summary>
    public const string Root = "default";

    /// <summary>
    /// What is taken from people. Nothing may wait for something that has not come: a person sees what others wrote only
    /// when it is durable, and sends the own updates in order, so that only an update that was lost leaves a gap, and
    /// its sender has to send it again. Otherwise one person could leave structs waiting that every other client then
    /// carries in its state, and sends in its own name.
    /// </summary>
    public static UpdateLimits Limits { get; } = UpdateLimits.Default with
    {
        RootNames = ImmutableHashSet.Create(StringComparer.Ordinal, Root),
        PendingStructsMax = 0,
        PendingDeletionsMax = 0,
    };

    /// <summary>
    /// What the person may do now; null for somebody for whom there is no such draft. While it is drafted its author
    /// writes and the invited seats do what they were invited for, the highest right of several; everybody else who may
    /// see the document reads, and so do all when it is out of its author's hands.
    /// </summary>
    /// <param name="row">The document; one that is not written together has no draft.</param>
    /// <param name="participants">The seats that are invited now.</param>
    /// <param name="actor">The person.</param>
    /// <param name="maySee">Whether the person may open the document's page.</param>
    public static DraftRight? RightOf(DocumentRow row, ImmutableArray<DraftParticipantRow> participants, Actor actor, bool maySee)
    {
        if (!row.Together || row.Secrecy > actor.Clearance)
            return null;
        var invited = participants.Where(participant => actor.Holds(participant.Seat)).Max(participant => participant.Right);
        var isAuthor = actor.Official == row.Author || actor.Holds(row.AuthorSeat);
        if (!maySee && invited is null && !isAuthor)
            return null;
        if (row.State != DocumentState.Drafting)
            return DraftRight.Read;
        return isAuthor ? DraftRight.Write : invited ?? DraftRight.Read;
    }

    /// <summary>The unit that the person writes for: that of the seat that gives the right, else of the acting seat, else of any.</summary>
    public static UnitId? UnitOf(DocumentRow row, ImmutableArray<DraftParticipantRow> participants, Actor actor)
    {
        var seats = actor.Seats.Where(seat => seat.Unit is not null).ToList();
        var seat = seats.Find(seat => seat.Seat == row.AuthorSeat)
            ?? seats.Find(seat => participants.Any(participant => participant.Seat == seat.Seat))
            ?? seats.Find(seat => seat.Seat == actor.ActingSeat)
            ?? seats.FirstOrDefault();
        return seat?.Unit;
    }

    /// <summary>
    /// What the sender of an update that the engine refused is told. What would have to wait is no fault of the update: its
    /// sender re-syncs, and sends what is missing with it.
    /// </summary>
    public static DraftAnswer AnswerTo(UpdateRefusalCode refusal) =>
        refusal == UpdateRefusalCode.PendingTooMany ? DraftAnswer.TryAgain : DraftAnswer.Refused;
}
