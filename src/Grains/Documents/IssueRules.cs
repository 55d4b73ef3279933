using System.Collections.Immutable;
using System.Globalization;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Documents.Facts;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Grains.Documents;

/// <summary>Issuing: the recipient set is frozen, and the person has confirmed how many units it holds.</summary>
internal static class IssueRules
{
    public static Outcome<DocumentDecision> Issue(DocumentRow row, IssueDocument request, DocumentScene scene)
    {
        var resolved = scene.Recipients!;
        if (!resolved.IsOk)
            return resolved.Refusal;
        var units = resolved.Value.Units;
        if (units.Length == 0)
            return new Refusal(RefusalCode.NoRecipients, "recipients");
        if (units.Length != request.ConfirmUnits)
        {
            return new Refusal(
                RefusalCode.RecipientCountDiffers,
                "confirmUnits",
                ImmutableDictionary<string, string>.Empty.Add("units", units.Length.ToString(CultureInfo.InvariantCulture)));
        }

        var after = row with
        {
            State = DocumentState.Issued,
            IssuedAt = scene.Now,
            Units = units.Length,
            People = resolved.Value.People,
        };
        var fact = FactJson.Of(new DocumentIssued(after.Units, after.People, request.Recipients) { Except = request.Except });
        return DocumentRules.Decided(after, scene, fact) with { Recipients = resolved.Value };
    }
}
