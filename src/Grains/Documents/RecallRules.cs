using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Documents.Facts;
using PartyRealtime.Contracts.Fields;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Grains.Documents;

/// <summary>Recall of an issued document: asked by the issuing body, ended by the last answer.</summary>
internal static class RecallRules
{
    /// <summary>Each recipient is asked by a job; the document waits for their answers.</summary>
    public static Outcome<DocumentDecision> Ask(DocumentRow row, RecallDocument request, DocumentScene scene)
    {
        if (FieldRules.Text("reason", request.Reason, FieldRules.ReasonCharsMax) is { } refusal)
            return refusal;
        var after = row with { State = DocumentState.Recalling, RecallReason = request.Reason, RecallAskedAt = scene.Now };
        var fact = FactJson.Of(new DocumentRecallAsked(request.Reason, row.Units));
        return DocumentRules.Decided(after, scene, fact) with { AsksRecall = true };
    }

    /// <summary>The document after its last answer, and what is said of it.</summary>
    public static (DocumentRow Row, Fact Fact) End(DocumentRow row, int agreed, int refused, DateTimeOffset now) =>
        (row with { State = DocumentState.Recalled, RecalledAt = now, Position = row.Position + 1 },
            FactJson.Of(new DocumentRecalled(agreed, refused)));
}
