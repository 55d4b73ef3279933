using PartyRealtime.BrowserTests.Product;

namespace PartyRealtime.BrowserTests.Together;

/// <summary>A gate on one person's sockets of drafts, over reloads: everything else of the page goes on.</summary>
internal sealed class DraftGate
{
    private readonly List<IWebSocketRoute> _open = [];
    private bool _isShut;

    private DraftGate()
    {
    }

    /// <summary>Stands open, for the drafts that the person opens from now on.</summary>
    public static async Task<DraftGate> At(Person person)
    {
        var gate = new DraftGate();
        await person.Page.RouteWebSocketAsync(url => url.Contains("/api/drafting", StringComparison.Ordinal), gate.Pass);
        return gate;
    }

    public async Task Shut()
    {
        _isShut = true;
        foreach (var socket in _open)
            await socket.CloseAsync(new() { Code = 4_503, Reason = "leaving" });
        _open.Clear();
    }

    public void Open() => _isShut = false;

    private void Pass(IWebSocketRoute socket)
    {
        if (_isShut)
        {
            _ = socket.CloseAsync(new() { Code = 4_503, Reason = "leaving" });
            return;
        }

        socket.ConnectToServer();
        _open.Add(socket);
    }
}
