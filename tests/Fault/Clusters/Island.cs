using System.Diagnostics;
using System.Globalization;
using System.Net;
using PartyRealtime.Processes;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>
/// A node without people in a network of its own (a namespace of the kernel): one cable leads to the other nodes, another
/// one to the database, and each can be taken away.
/// </summary>
internal sealed class Island : IAsyncDisposable
{
    public const string Name = "island";

    private readonly string _mark = Guid.NewGuid().ToString("N")[..6];
    private readonly int _subnet = Random.Shared.Next(1, 120) * 2;
    private Link? _store;
    private Process? _silo;

    private Island()
    {
    }

    /// <summary>Where the nodes outside listen for other nodes.</summary>
    public IPAddress Outside => IPAddress.Parse(Address(_subnet, 1));

    /// <summary>The cable to the database.</summary>
    public Link Store => _store!;

    /// <summary>The network alone; null where the machine forbids it.</summary>
    public static async Task<Island?> TryMake()
    {
        var island = new Island();
        if (!await Ip("netns", "add", island.Network))
            return null;
        var made = await island.Cable("n", island._subnet) && await island.Cable("d", island._subnet + 1);
        if (made)
            return island;
        await island.DisposeAsync();
        return null;
    }

    /// <summary>Starts the silo program on the island; returns when it is a member.</summary>
    public async Task Join(OfficeCluster cluster, int databasePort)
    {
        _store = new Link(new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{databasePort}")), IPAddress.Parse(Address(_subnet + 1, 1)));
        var store = cluster.Store.Replace("127.0.0.1", _store.Url.Host, StringComparison.Ordinal)
            .Replace(databasePort.ToString(CultureInfo.InvariantCulture), _store.Url.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        _silo = Process.Start(new ProcessStartInfo("ip",
        [
            "netns", "exec", Network, "dotnet", ServerProcess.DllOf("Silo"), "--cluster", OfficeCluster.Name, "--node", Name, "--store", store,
            "--files", Path.Combine(cluster.Folder, "files"), "--data", Path.Combine(cluster.Folder, Name),
            "--silo-listen", Address(_subnet, 2), "--operations-port", "8081",
        ])
        {
            RedirectStandardOutput = true, UseShellExecute = false,
        })!;
        if (await _silo.StandardOutput.ReadLineAsync() is null)
            throw new InvalidOperationException("The silo on the island ended before it was ready.");
    }

    /// <summary>Takes the cable to the other nodes away; the database stays in reach.</summary>
    public Task CutNodes() => Ip("link", "set", "prn" + _mark, "down");

    /// <summary>Completes when the silo has ended by itself.</summary>
    public Task Ended(TimeSpan max) => _silo!.WaitForExitAsync().WaitAsync(max);

    public async ValueTask DisposeAsync()
    {
        if (_silo is { HasExited: false })
        {
            _silo.Kill(entireProcessTree: true);
            await _silo.WaitForExitAsync();
        }

        _silo?.Dispose();
        if (_store is not null)
            await _store.DisposeAsync();
        await Ip("link", "del", "prn" + _mark);
        await Ip("link", "del", "prd" + _mark);
        await Ip("netns", "del", Network);
    }

    private string Network => "pr" + _mark;

    private static string Address(int subnet, int end) => string.Create(CultureInfo.InvariantCulture, $"10.213.{subnet}.{end}");

    private async Task<bool> Cable(string kind, int subnet)
    {
        var (outside, inside) = ("pr" + kind + _mark, "pi" + kind + _mark);
        return await Ip("link", "add", outside, "type", "veth", "peer", "name", inside, "netns", Network)
            && await Ip("addr", "add", Address(subnet, 1) + "/30", "dev", outside)
            && await Ip("link", "set", outside, "up")
            && await Ip("-n", Network, "addr", "add", Address(subnet, 2) + "/30", "dev", inside)
            && await Ip("-n", Network, "link", "set", inside, "up")
            && await Ip("-n", Network, "link", "set", "lo", "up");
    }

    private static async Task<bool> Ip(params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("ip", arguments) { RedirectStandardError = true, UseShellExecute = false })!;
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // There is no ip on this machine.
            return false;
        }
    }
}
