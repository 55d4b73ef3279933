using System.Net;
using System.Net.Sockets;

namespace PartyRealtime.Processes;

/// <summary>
/// A network cable to a server on this machine: a port that forwards to the server's. Cut, it drops what is connected
/// and refuses what comes; mended, it forwards again. To several servers it is what stands before nodes: each connection
/// goes to the next one that takes it.
/// </summary>
public sealed class Link : IAsyncDisposable
{
    private readonly Uri[] _servers;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Lock _gate = new();
    private readonly HashSet<TcpClient> _connections = [];
    private readonly Task _accepting;
    private bool _cut;
    private int _turn;

    public Link(params Uri[] servers)
    {
        _servers = servers;
        _listener.Start();
        Url = new UriBuilder(servers[0]) { Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.Uri;
        _accepting = Accept();
    }

    /// <summary>Where the server is reached through this cable.</summary>
    public Uri Url { get; }

    /// <summary>Every connection ends now, and none is made until it is mended.</summary>
    public void Cut()
    {
        lock (_gate)
        {
            _cut = true;
            foreach (var connection in _connections)
                connection.Close();
            _connections.Clear();
        }
    }

    public void Mend()
    {
        lock (_gate)
            _cut = false;
    }

    public async ValueTask DisposeAsync()
    {
        Cut();
        _listener.Stop();
        await _accepting;
    }

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Forward(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The cable is taken away.
        }
    }

    private async Task Forward(TcpClient here)
    {
        TcpClient? there = null;
        try
        {
            if (!Hold(here))
                return;
            there = await Reach();
            if (!Hold(there))
                return;
            await Task.WhenAny(
                here.GetStream().CopyToAsync(there.GetStream()),
                there.GetStream().CopyToAsync(here.GetStream()));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut, or one end has hung up.
        }
        finally
        {
            lock (_gate)
            {
                _connections.Remove(here);
                if (there is not null)
                    _connections.Remove(there);
            }

            here.Dispose();
            there?.Dispose();
        }
    }

    /// <summary>The first server, from the next one on, that takes a connection.</summary>
    private async Task<TcpClient> Reach()
    {
        for (var tries = 1; ; tries++)
        {
            var server = _servers[(uint)Interlocked.Increment(ref _turn) % _servers.Length];
            var there = new TcpClient();
            try
            {
                await there.ConnectAsync(server.Host, server.Port);
                return there;
            }
            catch (SocketException) when (tries < _servers.Length)
            {
                there.Dispose();
            }
        }
    }

    private bool Hold(TcpClient connection)
    {
        lock (_gate)
        {
            if (_cut)
                connection.Close();
            else
                _connections.Add(connection);
            return !_cut;
        }
    }
}
