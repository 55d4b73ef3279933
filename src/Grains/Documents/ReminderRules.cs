using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Documents.Facts;
using PartyRealtime.Contracts.Fields;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Grains.Documents;

/// <summary>Reminding the units that have not registered in time. Who is due is decided again at each delivery.</summary>
internal static class ReminderRules
{
    /// <summary>Refuses TooMany where more units are named than a document may go to, and NothingToRemind where none is due.</summary>
    public static Outcome<DocumentDecision> Remind(DocumentRow row, RemindUnits request, DocumentScene scene)
    {
        if (request.Units.Length > RecipientSelectors.SelectorsMax)
            return new Refusal(RefusalCode.TooMany, "units", FieldRules.Limit(RecipientSelectors.SelectorsMax));
        if (scene.Remindable == 0)
            return RefusalCode.NothingToRemind;
        return DocumentRules.Decided(row, scene, FactJson.Of(new UnitsReminded(scene.Remindable))) with { Reminds = request.Units };
    }
}
