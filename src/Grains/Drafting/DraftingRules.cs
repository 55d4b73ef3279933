using System.Collections.Immutable;
using System.Text.Json;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Yjs.Limits;

namespace PartyRealtime.Grains.Drafting;

/// <summary>What is taken from people who write in a draft, and for whom they write.</summary>
internal static class DraftingRules
{
    /// <summary>The XML fragment that holds the text: the name that TipTap's collaboration gives it.</summary>
    public const string Root = "default";

    /// <summary>The tag of the one kind of block that holds text.</summary>
    public const string Paragraph = "paragraph";

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

    /// <summary>The refusal as operators read it: "document-too-large".</summary>
    public static string WordOf(UpdateRefusalCode refusal) => JsonNamingPolicy.KebabCaseLower.ConvertName(refusal.ToString());

    /// <summary>
    /// What the sender of an update that the engine refused is told. What would have to wait is no fault of the update: its
    /// sender re-syncs, and sends what is missing with it. Not so a reader, to whom what is missing was refused as well: he
    /// would come again after each letter.
    /// </summary>
    public static DraftAnswer AnswerTo(UpdateRefusalCode refusal, bool mayWrite) => refusal switch
    {
        not UpdateRefusalCode.PendingTooMany => DraftAnswer.Refused,
        _ => mayWrite ? DraftAnswer.TryAgain : DraftAnswer.ReadOnly,
    };
}
