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
        // For its operators another one than that beside the address, which may be somebody else's.
        var (port, data, operations) = (Server.Url.Port, NewFolder(), LoopbackPorts.Free());
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

    private string NewFolder()
    {
        _folders.Add(Directory.CreateTempSubdirectory("partyrealtime-restored-").FullName);
        return _folders[^1];
    }
}
