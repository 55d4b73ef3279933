using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PartyRealtime.Drafting;
using PartyRealtime.Web.Drafting;
using PartyRealtime.Yjs.Protocols;

namespace PartyRealtime.WireTests.Drafting;

/// <summary>Whoever opens a socket is nobody until a ticket is shown: it takes little, and not for long.</summary>
public sealed class UnopenedSocketTests
{
    private const int Unopened = 4510;
    private const string Address = "/api/drafting";

    [Fact]
    public async Task A_socket_is_closed_when_no_draft_was_open_on_it_for_some_time()
    {
        // Longer than a busy machine takes from the socket to its ticket.
        await using var office = await Office(TimeSpan.FromSeconds(3));
        var document = await office.Compose();
        var ticket = await office.Ticket(DraftOffice.Author, document);
        var opened = await office.Raw(Address);
        await Write(office, opened, document, FrameKind.Authentication, [0, (byte)ticket.Length, .. Encoding.ASCII.GetBytes(ticket)]);
        await Heard(office, opened, FrameKind.Authentication);

        // Neither silence nor pings nor a ticket that opens nothing make somebody of a stranger.
        var (silent, busy) = (await office.Raw(Address), await office.Raw(Address));
        await Write(office, busy, document, FrameKind.Ping, []);
        await Write(office, busy, document, FrameKind.Authentication, [0, (byte)ticket.Length, .. Encoding.ASCII.GetBytes(ticket)]);
        Assert.Equal((Unopened, Unopened), (await office.CodeOf(silent), await office.CodeOf(busy)));

        // One on which a draft is open stays, until the draft is left.
        await Write(office, opened, document, FrameKind.Ping, []);
        await Heard(office, opened, FrameKind.Pong);
        await Write(office, opened, document, FrameKind.Close, []);
        Assert.Equal(Unopened, await office.CodeOf(opened));
    }

    [Fact]
    public async Task A_message_that_is_large_is_not_read_before_a_draft_is_open_and_its_client_comes_back()
    {
        // Whatever is closed here is closed for its size.
        await using var office = await Office(TimeSpan.FromMinutes(1));
        var raw = await office.Raw(Address);
        await office.Editors.Do("flood", new() { ["name"] = raw, ["count"] = DraftSocket.UnopenedBytesMax + 1 });
        Assert.Equal(Unopened, await office.CodeOf(raw));
        raw = await office.Raw(Address);
        await office.Editors.Do("flood", new() { ["name"] = raw, ["count"] = FrameLimits.Default.FrameBytesMax });
        Assert.Equal(Unopened, await office.CodeOf(raw));

        var document = await office.Compose();
        await office.Open("ax", DraftOffice.Hocuspocus, DraftOffice.Author, document, ticket: new string('a', 43));
        await office.Editors.Until("ax", "denied", 1);
        await office.Editors.Paste("ax", 2 * DraftSocket.UnopenedBytesMax);
        await office.Editors.Until("ax", "closed", Unopened);
        await office.Editors.Until("ax", "denied", 2);

        await office.Open("bx", DraftOffice.Hocuspocus, DraftOffice.Author, document);
        await office.Editors.Until("bx", "synced");
        await office.Editors.Paste("bx", 2 * DraftSocket.UnopenedBytesMax);
        await office.Editors.Until("bx", "saved");
        Assert.Empty((await office.Editors.State("bx")).GetProperty("closes").EnumerateArray());
    }

    private static async Task<DraftOffice> Office(TimeSpan unopenedMax)
    {
        var office = new DraftOffice
        {
            Rewire = services => services.Replace(ServiceDescriptor.Singleton(new DraftingOptions { UnopenedMax = unopenedMax })),
        };
        await office.InitializeAsync();
        return office;
    }

    private static async Task Write(DraftOffice office, string raw, Guid document, FrameKind kind, byte[] body)
    {
        var name = document.ToString("D");
        byte[] frame = [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), (byte)kind, .. body];
        await office.Editors.Do("write", new() { ["name"] = raw, ["bytes"] = frame.Select(one => (int)one) });
    }

    /// <summary>Waits until such a frame has come, all of which begin with the document's name.</summary>
    private static async Task Heard(DraftOffice office, string raw, FrameKind kind)
    {
        using var patience = new CancellationTokenSource(Editors.Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!(await Frames()).Any(frame => frame[frame[0] + 1] == (int)kind))
            await timer.WaitForNextTickAsync(patience.Token);

        async Task<int[][]> Frames() => (await office.Editors.Do("frames", new() { ["name"] = raw })).Deserialize<int[][]>()!;
    }
}
