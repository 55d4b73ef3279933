using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Documents.Facts;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Grains.Documents;

/// <summary>
/// A later document takes the place of an issued one, or corrects it (DOMAIN §2). Both streams move in the one commit, so
/// neither can be recalled or replaced meanwhile without this being decided again.
/// </summary>
internal static class LinkRules
{
    private const string OfficialLetter = "CV";

    /// <summary>A content error: replaced by a document of equal form, and no longer in force.</summary>
    public static Outcome<DocumentDecision> Replace(DocumentRow row, ReplaceDocument request, DocumentScene scene)
    {
        if (Named(row, scene) is not { } by || by.Type != row.Type)
            return new Refusal(RefusalCode.FieldInvalid, "by");
        var decision = DocumentRules.Decided(
            row with { State = DocumentState.Replaced }, scene, FactJson.Of(new DocumentReplaced(request.By)));
        return decision with { Link = Linked(row, by, DocumentLinkKind.Replaces, FactJson.Of(new DocumentReplaces(row.Id)), scene) };
    }

    /// <summary>A form error: corrected by letter, and still in force.</summary>
    public static Outcome<DocumentDecision> Correct(DocumentRow row, CorrectDocument request, DocumentScene scene)
    {
        if (Named(row, scene) is not { Type: OfficialLetter } letter)
            return new Refusal(RefusalCode.FieldInvalid, "letter");
        var decision = DocumentRules.Decided(row, scene, FactJson.Of(new DocumentCorrected(request.Letter)));
        return decision with { Link = Linked(row, letter, DocumentLinkKind.Corrects, FactJson.Of(new DocumentCorrects(row.Id)), scene) };
    }

    /// <summary>The named document where it is another one of the body and in force; a foreign one is as a missing one.</summary>
    private static DocumentRow? Named(DocumentRow row, DocumentScene scene) =>
        scene.Named is { State: DocumentState.Issued } named && named.Id != row.Id && named.Unit == row.Unit
            && named.Secrecy <= scene.Actor.Clearance
            ? named
            : null;

    private static DocumentLink Linked(DocumentRow row, DocumentRow by, DocumentLinkKind kind, Fact fact, DocumentScene scene) =>
        new(by, fact, new DocumentLinkRow { Document = row.Id, By = by.Id, Kind = kind, At = scene.Now });
}
