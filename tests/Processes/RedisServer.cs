using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PartyRealtime.Processes;

/// <summary>A real Redis on a free loopback port. It can be killed, hung, and started again with what it kept.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    /// <summary>Bound to a port that so nobody else is given, and not listening.</summary>
    private static readonly Socket Unheard = Bound();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("partyrealtime-redis-");
    private readonly bool _keeps;
    private Process? _process;

    private RedisServer(int port, bool keeps) => (Port, _keeps) = (port, keeps);

    public int Port { get; }

    /// <summary>As <c>--redis</c> has it.</summary>
    public string Address => AddressOf(Port);

    /// <param name="keeps">Whether it finds what it held when it is started again after a kill.</param>
    public static async Task<RedisServer> Start(bool keeps = false)
    {
        var server = new RedisServer(LoopbackPorts.Free(), keeps);
        await server.Again();
        return server;
    }

    /// <summary>Where no Redis is, nor anything else as long as the tests run.</summary>
    public static string Nowhere() => AddressOf(((IPEndPoint)Unheard.LocalEndPoint!).Port);

    /// <summary>Returns when it answers.</summary>
    public async Task Again()
    {
        _process?.Dispose();
        string[] options =
        [
            "--port", Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--dir", _folder.FullName, "--save", "",
            "--appendonly", _keeps ? "yes" : "no", "--appendfsync", "always",
        ];
        _process = Process.Start(new ProcessStartInfo("redis-server", options) { RedirectStandardOutput = true, UseShellExecute = false })!;
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
                return;
        }

        throw new InvalidOperationException("redis-server ended before it was ready.");
    }

    public async Task Kill()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>It answers nobody, and its connections stay open, until <see cref="Resume"/>.</summary>
    public void Suspend() => Signal("STOP");

    public void Resume() => Signal("CONT");

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
            await Kill();
        _process?.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private static Socket Bound()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }

    private static string AddressOf(int port) => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");
}
