using System.Net;
using System.Net.Sockets;

namespace PartyRealtime.StorageTests.Faults;

/// <summary>A TCP proxy that breaks a connection after a given number of bytes, in either direction.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int target;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task accepting;
    private long upLeft = long.MaxValue;
    private long downLeft = long.MaxValue;

    public CuttingProxy(int target)
    {
        this.target = target;
        listener.Start();
        accepting = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Lets this many more bytes pass; the connection that would exceed them is broken, and the proxy heals.</summary>
    public void CutAfter(long fromClient, long fromServer)
    {
        Interlocked.Exchange(ref upLeft, fromClient);
        Interlocked.Exchange(ref downLeft, fromServer);
    }

    public void Heal() => CutAfter(long.MaxValue, long.MaxValue);

    /// <summary>Bytes that passed since the last call with unlimited budgets.</summary>
    public (long Up, long Down) Passed() => (long.MaxValue - Volatile.Read(ref upLeft), long.MaxValue - Volatile.Read(ref downLeft));

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await accepting;
        stopping.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Serve(await listener.AcceptSocketAsync(stopping.Token));
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // Stopped.
        }
    }

    private async Task Serve(Socket client)
    {
        var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            client.NoDelay = server.NoDelay = true;
            await server.ConnectAsync(IPAddress.Loopback, target, stopping.Token);
            await Task.WhenAny(Pump(client, server, up: true), Pump(server, client, up: false));
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException)
        {
            // The other side is gone.
        }
        finally
        {
            foreach (var socket in (Socket[])[client, server])
            {
                socket.LingerState = new LingerOption(true, 0);
                socket.Dispose();
            }
        }
    }

    private async Task Pump(Socket from, Socket to, bool up)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, stopping.Token) is var read and > 0)
            {
                var left = up ? Interlocked.Add(ref upLeft, -read) : Interlocked.Add(ref downLeft, -read);
                var cut = left < 0;
                var pass = cut ? (int)Math.Max(0, read + left) : read;
                for (var sent = 0; sent < pass;)
                    sent += await to.SendAsync(buffer.AsMemory(sent, pass - sent), stopping.Token);
                if (cut)
                {
                    Heal();
                    return;
                }
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The connection is gone.
        }
    }
}
