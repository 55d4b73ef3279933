using PartyRealtime.BrowserTests.Product;

namespace PartyRealtime.BrowserTests.Together;

/// <summary>A gate on one person's sockets of drafts, over reloads: everything else of the page goes on.</summary>
internal sealed class DraftGate
{
    /// <summary>While it is shut the sockets knock at a door that does not exist.</summary>
    private const string Script = """
        const sockets = new Set()
        window.WebSocket = new Proxy(WebSocket, {
          construct: (Socket, [url, ...rest]) => {
            const isShut = localStorage.getItem('gate') === 'shut'
            const socket = new Socket(isShut ? String(url).replace('/api/drafting', '/api/no-such-door') : url, ...rest)
            if (String(url).includes('/api/drafting')) sockets.add(socket)
            return socket
          },
        })
        window.shutGate = () => {
          localStorage.setItem('gate', 'shut')
          for (const socket of sockets) socket.close()
        }
        """;

    private readonly IPage page;

    private DraftGate(IPage page) => this.page = page;

    /// <summary>Stands open, for the drafts that the person opens from now on.</summary>
    public static async Task<DraftGate> At(Person person)
    {
        await person.Page.AddInitScriptAsync(Script);
        return new DraftGate(person.Page);
    }

    public Task Shut() => page.EvaluateAsync("() => shutGate()");

    public Task Open() => page.EvaluateAsync("() => localStorage.removeItem('gate')");
}
