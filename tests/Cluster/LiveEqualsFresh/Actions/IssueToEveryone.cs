using PartyRealtime.Contracts.Inbox;

namespace PartyRealtime.ClusterTests.LiveEqualsFresh.Actions;

/// <summary>More recipients than one commit holds: a job delivers, in chunks.</summary>
internal sealed class IssueToEveryone : IAction
{
    public IReadOnlyList<string> Covers => ["POST /api/documents/{id}/issue", "POST /api/recipients/preview"];

    public async Task Play(Stage stage)
    {
        var preview = await stage.Do(
            Cast.Clerk, "POST /api/recipients/preview", new { recipients = new[] { "everyone" }, except = Array.Empty<string>() });
        var paper = await Paper.Issued(stage, preview.GetProperty("units").GetInt32(), "everyone");
        await stage.Device(Cast.ProvinceClerk).Item(item => item.DocumentId.ToString() == paper.Id && item.Box == Box.WaitingReceipt);
        await stage.Device(Cast.CommuneClerk).Item(item => item.DocumentId.ToString() == paper.Id && item.Box == Box.WaitingReceipt);
        await stage.AssertLiveEqualsFresh("the fan-out");
    }
}
