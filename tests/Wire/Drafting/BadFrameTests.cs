using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PartyRealtime.Web.Drafting;

namespace PartyRealtime.WireTests.Drafting;

/// <summary>What no honest client sends ends its own socket, and nobody else's.</summary>
public sealed class BadFrameTests : IAsyncLifetime
{
    private static readonly TimeSpan ClosingMax = TimeSpan.FromMinutes(1);

    private readonly DraftOffice _office = new()
    {
        // A client on a busy machine has time to hear why it is closed, before it is cut without a word.
        Rewire = services => services.Replace(ServiceDescriptor.Singleton(new DraftingOptions { BytesWaitingMax = 1_000_000, ClosingMax = ClosingMax })),
    };

    private Guid _document;

    public async ValueTask InitializeAsync()
    {
        await _office.InitializeAsync();
        _document = await _office.Compose();
        await _office.Open("ax", DraftOffice.Hocuspocus, DraftOffice.Author, _document);
        await _office.Open("bx", DraftOffice.Websocket, DraftOffice.Author, _document);
        await _office.Editors.Until("bx", "synced");
    }

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("FF")]
    [InlineData("00")]
    [InlineData("0000FFFFFFFF0F")]
    [InlineData("0063")]
    [InlineData("0103FFFFFF")]
    [InlineData("0502FFFF")]
    public async Task Garbage_closes_its_socket_for_good(string frame)
    {
        foreach (var path in new[] { "/api/drafting", await Address() })
        {
            var raw = await _office.Raw(path);
            await _office.Editors.Do("write", new() { ["name"] = raw, ["bytes"] = Convert.FromHexString(frame).Select(one => (int)one) });
            Assert.Equal(4400, await _office.CodeOf(raw));
        }

        await AssertOthersGoOn();
    }

    [Fact]
    public async Task A_text_message_is_garbage()
    {
        var raw = await _office.Raw(await Address());
        await _office.Editors.Do("writeText", new() { ["name"] = raw, ["text"] = "xin chào" });
        Assert.Equal(4400, await _office.CodeOf(raw));
        await AssertOthersGoOn();
    }

    [Fact]
    public async Task A_frame_above_the_limit_closes_its_socket_for_good()
    {
        var raw = await _office.Raw(await Address());
        await _office.Editors.Do("flood", new() { ["name"] = raw, ["count"] = 1_100_000 });
        Assert.Equal(4413, await _office.CodeOf(raw));
        await AssertOthersGoOn();
    }

    [Fact]
    public async Task An_update_of_many_new_clients_closes_its_socket_for_good()
    {
        var raw = await _office.Raw(await Address());
        // A letter each of 51 clients, in the root of a draft.
        var letters = Enumerable.Range(1, 51).SelectMany(client => (IEnumerable<int>)[1, client, 0, 4, 1, 7, .. "default", 1, 'a']).ToList();
        List<int> update = [51, .. letters, 0];
        await _office.Editors.Do("write", new() { ["name"] = raw, ["bytes"] = new List<int>([0, 2, update.Count % 128 + 128, update.Count / 128, .. update]) });
        Assert.Equal(4429, await _office.CodeOf(raw));
        await AssertOthersGoOn();
    }

    [Fact]
    public async Task Who_takes_too_slowly_what_he_is_sent_is_cut()
    {
        var raw = await _office.Raw(await Address());
        await _office.Editors.Do("pause", new() { ["name"] = raw });
        for (var paste = 0; paste < 80; paste++)
        {
            await _office.Editors.Paste("ax", 100_000);
            await _office.Editors.Until("ax", "saved");
        }

        await _office.Editors.Do("resume", new() { ["name"] = raw });
        Assert.Contains(await _office.CodeOf(raw), new[] { 1006, 4508 });
        await AssertOthersGoOn();
    }

    [Fact]
    public async Task A_socket_from_a_page_of_elsewhere_is_refused()
    {
        foreach (var path in new[] { "/api/drafting", await Address() })
            Assert.Equal((int)HttpStatusCode.Forbidden, await _office.CodeOf(await _office.Raw(path, "https://evil.example")));
        Assert.Equal(HttpStatusCode.BadRequest, await (await _office.Enter(DraftOffice.Author)).Status("/api/drafting"));
    }

    [Fact]
    public async Task A_node_that_stops_sends_its_clients_elsewhere()
    {
        var stopping = _office.Node.Stop();
        await _office.Editors.Until("ax", "closed", 4503);
        await _office.Editors.Until("bx", "closed", 4503);
        await stopping;
    }

    private async Task<string> Address() => $"/api/drafting/{_document}?ticket={await _office.Ticket(DraftOffice.Author, _document)}";

    private async Task AssertOthersGoOn()
    {
        await _office.Editors.Type("ax", 1);
        await _office.Editors.Until("ax", "saved");
        await _office.Editors.Until("bx", "equal");
        Assert.Empty((await _office.Editors.State("ax")).GetProperty("closes").EnumerateArray());
    }
}
