using System.Collections.Immutable;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Yjs.Limits;

namespace PartyRealtime.Grains.Drafting;

/// <summary>What is taken from people who write in a draft, and for whom they write.</summary>
internal static class DraftingRules
{
    public const string Root = DraftRoot.Name;

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
