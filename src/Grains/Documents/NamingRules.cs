using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Documents.Facts;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Fields;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Grains.Documents;

/// <summary>Who writes in a draft keeps it as it stands under a name, while all write on.</summary>
internal static class NamingRules
{
    /// <summary>Named versions of one document; each holds the whole text twice, as content and as state.</summary>
    public const int NamedMax = 100;

    public const int NameCharsMax = 100;

    /// <summary>
    /// Why this person may not name a version of the document as it stands; null when nothing bars it. It belongs to
    /// whoever may write, which is not the author alone, so that it follows from <see cref="DraftScope"/>.
    /// </summary>
    public static RefusalCode? Barred(DocumentRow row, ImmutableArray<DraftParticipantRow> participants, Actor actor)
    {
        var role = DocumentWorkflow.RoleOf(row, actor);
        var isInside = role != DocumentRole.None || participants.Any(participant => actor.Holds(participant.Seat));
        if (!isInside || row.Secrecy > actor.Clearance)
            return RefusalCode.NotInScope;
        if (!row.Together)
            return RefusalCode.NotAllowedNow;
        if (!role.HasFlag(DocumentRole.Author) && !participants.Any(participant => participant.Right == DraftRight.Write && actor.Holds(participant.Seat)))
            return RefusalCode.NotYourRole;
        return row.State == DocumentState.Drafting ? null : RefusalCode.NotAllowedNow;
    }

    public static Outcome<DocumentDecision> Name(DocumentRow row, NameVersion request, DocumentScene scene)
    {
        if (Barred(row, scene.Participants, scene.Actor) is { } barred)
            return barred;
        if (FieldRules.Text("name", request.Name, NameCharsMax) is { } refusal)
            return refusal;
        if (scene.NamedVersions >= NamedMax)
            return new Refusal(RefusalCode.TooManyVersions, "name", FieldRules.Limit(NamedMax));
        if (scene.Present is not { } present)
            return RefusalCode.Unavailable;
        if (!present.IsOk)
            return present.Refusal;
        return FieldRules.Text("body", present.Value.Text, FieldRules.BodyCharsMax) ?? Decided(row, request, present.Value, scene);
    }

    private static Outcome<DocumentDecision> Decided(DocumentRow row, NameVersion request, FrozenDraft present, DocumentScene scene)
    {
        var mark = new DraftMarkRow
        {
            Document = row.Id,
            Position = row.Position + 1,
            Seq = present.Seq,
            At = scene.Now,
            By = scene.Actor.Official,
            Name = request.Name,
            Content = present.Content,
            State = present.State,
        };
        var fact = FactJson.Of(new VersionNamed(request.Name, present.Seq, DocumentRules.Hex(DocumentRules.HashOf(present.Content))));
        return DocumentRules.Decided(row, scene, fact) with { Rows = [mark] };
    }
}
