using System.Net;
using System.Net.Sockets;
using PartyRealtime.Processes;

namespace PartyRealtime.BrowserTests.Product;

/// <summary>A product whose data is set back to an earlier moment by the commands that operators run; its address stays the same.</summary>
public sealed class RestorableProduct : RunningProduct
{
    private readonly List<string> _folders = [];

    /// <summary>Takes this moment down; the file to set back to.</summary>
    public async Task<string> Keep()
    {
        var file = Path.Combine(NewFolder(), "backup.tar");
        await ServerProcess.Run("backup", file, "--data", Server.Data);
        return file;
    }

    /// <summary>Stops the server, and starts it with the data of that moment.</summary>
    public async Task SetBack(string file)
    {
        var (port, data, operations) = (Server.Url.Port, NewFolder(), FreePort());
        await Server.Stop();
        await Server.DisposeAsync();
        await ServerProcess.Run("restore", file, "--data", data);
        Server = await ServerProcess.Start(data, "--port", $"{port}", "--operations-port", $"{operations}", "--size", "S1");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (var folder in _folders)
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>The one beside the address may be taken by somebody else.</summary>
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string NewFolder()
    {
        _folders.Add(Directory.CreateTempSubdirectory("partyrealtime-restored-").FullName);
        return _folders[^1];
    }
}
