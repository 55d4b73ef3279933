using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Documents.Facts;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Fields;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Grains.Documents;

/// <summary>Whom the author lets take part in a draft that is written together.</summary>
internal static class InviteRules
{
    /// <summary>Seats that are invited to one draft.</summary>
    public const int ParticipantsMax = 200;

    public static Outcome<DocumentDecision> Invite(DocumentRow row, InviteToDraft request, DocumentScene scene)
    {
        if (!row.Together)
            return RefusalCode.NotAllowedNow;
        if (request.ExpectedPosition is { } expected && expected != row.Position)
            return RefusalCode.ChangedMeanwhile;
        var was = scene.Participants.FirstOrDefault(participant => participant.Seat == request.Seat);
        var refusal = request.Right is { } right ? Check(row, request.Seat, right, was, scene) : CheckRemoval(was);
        return refusal is null ? Decided(row, request, was, scene) : refusal;
    }

    /// <summary>Who is invited after a decision.</summary>
    public static ImmutableArray<DraftParticipantRow> After(ImmutableArray<DraftParticipantRow> before, DraftParticipantRow? changed)
    {
        if (changed is null)
            return before;
        var others = before.RemoveAll(participant => participant.Seat == changed.Seat);
        return changed.Right is null ? others : others.Add(changed);
    }

    private static Refusal? Check(DocumentRow row, SeatId seat, DraftRight right, DraftParticipantRow? was, DocumentScene scene)
    {
        if (!Enum.IsDefined(right))
            return new Refusal(RefusalCode.FieldInvalid, "right");
        if (scene.NamedSeat is null || seat == row.AuthorSeat)
            return new Refusal(RefusalCode.AssigneeNotAllowed, "seat");
        return was is null && scene.Participants.Length >= ParticipantsMax
            ? new Refusal(RefusalCode.TooMany, "seat", FieldRules.Limit(ParticipantsMax))
            : null;
    }

    private static Refusal? CheckRemoval(DraftParticipantRow? was) =>
        was is null ? new Refusal(RefusalCode.FieldInvalid, "seat") : null;

    private static DocumentDecision Decided(DocumentRow row, InviteToDraft request, DraftParticipantRow? was, DocumentScene scene)
    {
        var participant = new DraftParticipantRow
        {
            Document = row.Id,
            Seat = request.Seat,
            Right = request.Right,
            Since = was?.Since ?? row.Position + 1,
            By = scene.Actor.Official,
            At = scene.Now,
        };
        var fact = request.Right is { } right
            ? FactJson.Of(new ParticipantInvited(request.Seat, right))
            : FactJson.Of(new ParticipantRemoved(request.Seat));
        return DocumentRules.Decided(row, scene, fact) with { Rows = [participant], Participant = participant };
    }
}
