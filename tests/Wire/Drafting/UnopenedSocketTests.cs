using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PartyRealtime.Drafting;
using PartyRealtime.Web.Drafting;
using PartyRealtime.Yjs.Protocols;

namespace PartyRealtime.WireTests.Drafting;

/// <summary>Whoever opens a socket is nobody until a ticket is shown: it takes little, and not for long.</summary>
public sealed class UnopenedSocketTests : IAsyncLifetime
{
    private const int Unopened = 4510;
    private const string Address = "/api/drafting";

    private readonly DraftOffice _office = new()
    {
        // Longer than a busy machine takes from the socket to its ticket.
        Rewire = services => services.Replace(ServiceDescriptor.Singleton(new DraftingOptions { UnopenedMax = TimeSpan.FromSeconds(3) })),
    };

    public ValueTask InitializeAsync() => _office.InitializeAsync();

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_socket_is_closed_when_no_draft_was_open_on_it_for_some_time()
    {
        var document = await _office.Compose();
        var ticket = await _office.Ticket(DraftOffice.Author, document);
        var opened = await _office.Raw(Address);
        await Write(opened, document, FrameKind.Authentication, [0, (byte)ticket.Length, .. Encoding.ASCII.GetBytes(ticket)]);
        await Heard(opened, FrameKind.Authentication);

        // Neither silence nor pings nor a ticket that opens nothing make somebody of a stranger.
        var (silent, busy) = (await _office.Raw(Address), await _office.Raw(Address));
        await Write(busy, document, FrameKind.Ping, []);
        await Write(busy, document, FrameKind.Authentication, [0, (byte)ticket.Length, .. Encoding.ASCII.GetBytes(ticket)]);
        Assert.Equal((Unopened, Unopened), (await _office.CodeOf(silent), await _office.CodeOf(busy)));

        // One on which a draft is open stays, until the draft is left.
        await Write(opened, document, FrameKind.Ping, []);
        await Heard(opened, FrameKind.Pong);
        await Write(opened, document, FrameKind.Close, []);
        Assert.Equal(Unopened, await _office.CodeOf(opened));
    }

    [Fact]
    public async Task A_message_that_is_large_is_not_read_before_a_draft_is_open_and_its_client_comes_back()
    {
        var raw = await _office.Raw(Address);
        await _office.Editors.Do("flood", new() { ["name"] = raw, ["count"] = DraftSocket.UnopenedBytesMax + 1 });
        Assert.Equal(Unopened, await _office.CodeOf(raw));
        raw = await _office.Raw(Address);
        await _office.Editors.Do("flood", new() { ["name"] = raw, ["count"] = FrameLimits.Default.FrameBytesMax });
        Assert.Equal(Unopened, await _office.CodeOf(raw));

        var document = await _office.Compose();
        await _office.Open("ax", DraftOffice.Hocuspocus, DraftOffice.Author, document, ticket: new string('a', 43));
        await _office.Editors.Until("ax", "denied", 1);
        await _office.Editors.Paste("ax", 2 * DraftSocket.UnopenedBytesMax);
        await _office.Editors.Until("ax", "closed", Unopened);
        await _office.Editors.Until("ax", "denied", 2);

        await _office.Open("bx", DraftOffice.Hocuspocus, DraftOffice.Author, document);
        await _office.Editors.Until("bx", "synced");
        await _office.Editors.Paste("bx", 2 * DraftSocket.UnopenedBytesMax);
        await _office.Editors.Until("bx", "saved");
        Assert.Empty((await _office.Editors.State("bx")).GetProperty("closes").EnumerateArray());
    }

    private async Task Write(string raw, Guid document, FrameKind kind, byte[] body)
    {
        var name = document.ToString("D");
        byte[] frame = [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), (byte)kind, .. body];
        await _office.Editors.Do("write", new() { ["name"] = raw, ["bytes"] = frame.Select(one => (int)one) });
    }

    /// <summary>Waits until such a frame has come, all of which begin with the document's name.</summary>
    private async Task Heard(string raw, FrameKind kind)
    {
        using var patience = new CancellationTokenSource(Editors.Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!(await Frames()).Any(frame => frame[frame[0] + 1] == (int)kind))
            await timer.WaitForNextTickAsync(patience.Token);

        async Task<int[][]> Frames() => (await _office.Editors.Do("frames", new() { ["name"] = raw })).Deserialize<int[][]>()!;
    }
}
