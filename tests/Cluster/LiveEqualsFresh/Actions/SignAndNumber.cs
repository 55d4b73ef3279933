namespace PartyRealtime.ClusterTests.LiveEqualsFresh.Actions;

/// <summary>From clearing to the seal, with a refused signature and a voided number.</summary>
internal sealed class SignAndNumber : IAction
{
    public IReadOnlyList<string> Covers =>
    [
        "POST /api/documents/{id}/clear", "POST /api/documents/{id}/refuse-sign", "POST /api/documents/{id}/sign",
        "POST /api/documents/{id}/number", "POST /api/documents/{id}/void", "POST /api/documents/{id}/seal",
    ];

    public async Task Play(Stage stage)
    {
        var paper = await Paper.Compose(stage);
        await paper.Submitted();
        await paper.Cleared();
        await stage.Do(Cast.Leader, "POST /api/documents/{id}/refuse-sign", new { reason = "Sai thẩm quyền" }, paper.Id);
        await paper.Submitted();
        await paper.Cleared();
        await paper.Signed();
        await paper.Numbered();
        await stage.Do(Cast.Clerk, "POST /api/documents/{id}/void", new { reason = "Sai ngày", bodyStays = true }, paper.Id);
        await paper.Signed();
        await paper.Numbered();
        await paper.Sealed();
        await stage.Do(Cast.Clerk, "POST /api/documents/{id}/void", new { reason = "Sai nội dung", bodyStays = false }, paper.Id);
    }
}
