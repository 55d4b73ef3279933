using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Documents.Facts;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Fields;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Grains.Documents;

/// <summary>A document whose text several people write: its body is the draft's log until it is frozen into a version.</summary>
internal static class TogetherRules
{
    /// <summary>The text stands in one place only.</summary>
    public static Refusal? Body(DocumentDraft draft) =>
        draft.Body.Length == 0 ? null : new Refusal(RefusalCode.FieldInvalid, "body");

    /// <summary>
    /// The frozen draft becomes the body's next version, in the commit that submits the document. That commit takes the
    /// next place of the draft's log as well: an update that a twin of the draft's grain decided for it loses, and where
    /// that update was there first, the submission is refused and decided anew on what it left.
    /// </summary>
    /// <param name="after">The document as submitted, its body not yet frozen.</param>
    /// <param name="scene">With the frozen draft.</param>
    public static Outcome<DocumentDecision> Submit(DocumentRow after, DocumentScene scene)
    {
        if (scene.Frozen is not { } outcome)
            return RefusalCode.Unavailable;
        if (!outcome.IsOk)
            return outcome.Refusal;
        var frozen = outcome.Value;
        if (FieldRules.Text("body", frozen.Text, FieldRules.BodyCharsMax) is { } refusal)
            return refusal;
        var row = after with { BodyVersion = after.BodyVersion + 1, BodyHash = DocumentRules.HashOf(frozen.Content) };
        var fact = FactJson.Of(new DocumentSubmitted(row.Reviewer!.Value, row.Round, DocumentRules.Hex(row.BodyHash)));
        return DocumentRules.Decided(row, scene, fact) with { Rows = Rows(row, frozen, scene) };
    }

    private static ImmutableArray<IRow> Rows(DocumentRow row, FrozenDraft frozen, DocumentScene scene) =>
    [
        new DocumentBodyRow { Document = row.Id, Version = row.BodyVersion, Text = frozen.Text, Hash = row.BodyHash!, Content = frozen.Content },
        .. scene.Files.Select(file => file with { Version = row.BodyVersion }),
        new DraftEntryRow { Document = row.Id, Seq = frozen.Seq + 1, Kind = DraftEntryKind.Close, By = scene.Actor.Official, At = scene.Now, Bytes = [] },
        new DraftVersionRow
        {
            Document = row.Id,
            Version = row.BodyVersion,
            Seq = frozen.Seq,
            At = scene.Now,
            By = scene.Actor.Official,
            Content = frozen.Content,
            State = frozen.State,
        },
    ];
}
