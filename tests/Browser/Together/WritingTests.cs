using PartyRealtime.BrowserTests.Product;
using PartyRealtime.Processes;

namespace PartyRealtime.BrowserTests.Together;

/// <summary>One draft on several screens, from its begin to what the leader reads.</summary>
public sealed class WritingTests(RunningProduct product) : IClassFixture<RunningProduct>
{
    [Fact]
    public async Task Two_screens_write_one_draft_and_the_leader_reads_what_was_locked()
    {
        await using var clerk = await product.Sit("clerk.TW");
        await clerk.Open("/compose");
        await clerk.Page.GetByText(Words.Of("compose.together"), new() { Exact = true }).ClickAsync();
        await clerk.Field("compose.abstract").FillAsync("Chỉ thị về an toàn thông tin");
        await clerk.Button("compose.openTogether").ClickAsync();
        var one = new Sheet(clerk);
        // The page's address changes without a navigation, which one may ask for too late.
        await Assertions.Expect(one.Text).ToBeVisibleAsync();
        var document = Guid.Parse(new Uri(clerk.Page.Url).Segments[2].TrimEnd('/'));
        await one.GoTo(0);
        await one.Type("Yêu cầu:");
        await one.Press("Enter");
        await one.MakePart("clause");
        await one.Type("Rà soát thiết bị");
        await one.Press("Enter");
        await one.Type("Báo cáo");

        await using var colleague = await product.Sit("clerk.TW");
        var another = await Sheet.Open(colleague, document);
        await another.Shows("Yêu cầu:\nRà soát thiết bị\nBáo cáo");
        await another.GoTo(0);
        await another.Insert("Ngay hôm nay. ");
        await one.Shows("Ngay hôm nay. Yêu cầu:\nRà soát thiết bị\nBáo cáo");
        await Assertions.Expect(clerk.Page.Locator(".caret__name")).ToHaveCountAsync(1);
        await clerk.AssertAccessible("draft");
        await clerk.Photograph("draft");

        await one.IsSaved();
        await clerk.Button("acts.submit.verb").ClickAsync();
        await clerk.Confirm("submit");
        await Assertions.Expect(another.Text).ToHaveAttributeAsync("contenteditable", "false");
        await Assertions.Expect(colleague.Page.GetByText(Words.Of("drafting.locked"))).ToBeVisibleAsync();

        await using var leader = await product.Sit("leader.TW");
        await leader.Open($"/documents/{document}");
        var clauses = leader.Page.Locator(".written p[data-part=clause]");
        await Assertions.Expect(clauses).ToHaveTextAsync(["Rà soát thiết bị", "Báo cáo"]);
        await Assertions.Expect(leader.Page.Locator(".written p").First).ToHaveTextAsync("Ngay hôm nay. Yêu cầu:");
        await leader.AssertAccessible("locked text");
        var view = await leader.Read($"/api/documents/{document}");
        var content = System.Text.Encoding.UTF8.GetBytes(view.GetProperty("content").GetString()!);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)), view.GetProperty("bodyHash").GetString());
    }

    [Fact]
    public async Task The_name_of_anothers_caret_stays_on_a_narrow_page()
    {
        const string line = "Rà soát thiết bị đang dùng tại các cơ quan trước ngày 15 tháng 12";
        await using var clerk = await product.Sit("clerk.TW");
        var document = await Sheet.Begin(clerk, "Tên người cùng soạn");
        await clerk.Page.SetViewportSizeAsync(360, 740);
        var mine = await Sheet.Open(clerk, document);
        await mine.GoTo(0);
        await mine.Insert(line);
        await using var colleague = await product.Sit("clerk2.TW");
        var its = await Sheet.Open(colleague, document);
        await its.Shows(line);
        for (var letters = 0; letters < line.Length; letters += 6)
        {
            await its.GoTo(letters);
            await mine.ShowsCaretAt(letters);
            await clerk.Page.WaitForFunctionAsync(
                "() => { const at = document.querySelector('.caret__name')?.getBoundingClientRect(); return at !== undefined && at.left >= 0 && at.right <= innerWidth }");
        }

        await clerk.Photograph("caret-name");
    }

    [Fact]
    public async Task What_is_typed_without_a_line_is_merged_when_it_is_back()
    {
        await using var clerk = await product.Sit("clerk.TW");
        var document = await Sheet.Begin(clerk, "Mất kết nối khi soạn");
        var one = await Sheet.Open(clerk, document);
        await one.GoTo(0);
        await one.Insert("Giữa");
        await one.IsSaved();
        await using var link = new Link(product.Server.Url);
        await using var colleague = await product.Sit("clerk.TW", link.Url);
        var away = await Sheet.Open(colleague, document);
        await away.Shows("Giữa");
        await away.GoTo(4);

        link.Cut();
        await Assertions.Expect(colleague.Page.GetByText(Words.Of("drafting.offlineKept"))).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await away.Insert(" cuối");
        await one.GoTo(0);
        await one.Insert("Đầu ");
        await away.Shows("Giữa cuối");
        await one.Shows("Đầu Giữa");
        link.Mend();

        await one.Shows("Đầu Giữa cuối");
        await away.Shows("Đầu Giữa cuối");
        await away.IsSaved();
    }
}
