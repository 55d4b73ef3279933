using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Grains.Inbox;
using PartyRealtime.Storage.Commits;
using PartyRealtime.Storage.Inbox;
using PartyRealtime.Storage.Streams;

namespace PartyRealtime.ClusterTests.LiveEqualsFresh.Actions;

/// <summary>A draft goes back and forth, and becomes urgent on its way; another is overdue and then no more.</summary>
internal sealed class ReviewDraft : IAction
{
    public IReadOnlyList<string> Covers =>
    [
        "POST /api/documents", "PUT /api/documents/{id}", "POST /api/documents/{id}/submit",
        "POST /api/documents/{id}/comment", "POST /api/documents/{id}/return", "POST /api/inbox/read",
    ];

    public async Task Play(Stage stage)
    {
        await Paper.Compose(stage);
        var paper = await Paper.Compose(stage);
        await stage.Do(Cast.Author, "PUT /api/documents/{id}", Paper.Draft(1, "veryUrgent", "Về việc khẩn"), paper.Id);
        await paper.Submitted();
        await stage.Do(Cast.Leader, "POST /api/documents/{id}/comment", new { text = "Sửa đoạn hai" }, paper.Id);
        var review = await stage.Device(Cast.Leader).Item(item => item.Box == Box.ToReview && item.DocumentId.ToString() == paper.Id);
        await stage.Do(Cast.Leader, "POST /api/inbox/read", new { items = new[] { InboxSnapshot.KeyOf(review) } });
        await stage.Do(Cast.Leader, "POST /api/documents/{id}/return", new { reason = "Chưa rõ" }, paper.Id);
        var position = (await stage.Person(Cast.Author).Get<System.Text.Json.JsonElement>($"/api/documents/{paper.Id}"))
            .GetProperty("position").GetInt64();
        await stage.Do(Cast.Author, "PUT /api/documents/{id}", Paper.Draft(position), paper.Id);
        await paper.Submitted();
        await MoveDeadline(stage);
    }

    /// <summary>A device that only counts knows of the deadline that passed, and of the one that did not, by the changes alone.</summary>
    private static async Task MoveDeadline(Stage stage)
    {
        var today = OfficeDay.Today(TimeProvider.System);
        var paper = await Paper.Compose(stage);
        await stage.Do(Cast.Author, "PUT /api/documents/{id}", Paper.Draft(1, dueOn: today.AddDays(-1)), paper.Id);
        var services = stage.Node.Services;
        using var scan = new DueScan(
            services.GetRequiredService<IDueReads>(), services.GetRequiredService<IStreamReads>(),
            services.GetRequiredService<ICommitWriter>(), TimeProvider.System, NullLogger<DueScan>.Instance);
        await scan.Mark(default);
        await stage.Device(Cast.Author).Item(item => item.DocumentId.ToString() == paper.Id && item.Overdue);
        await stage.AssertLiveEqualsFresh("a deadline that passed");
        await stage.Do(Cast.Author, "PUT /api/documents/{id}", Paper.Draft(2, dueOn: today.AddDays(7)), paper.Id);
    }
}
