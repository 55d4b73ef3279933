using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace PartyRealtime.FaultTests.Networks;

/// <summary>
/// A network namespace for each node, behind a router, so that cables are cut as a switch cuts them: what is sent
/// vanishes and nobody is told. People and the database are on this side of the router under two addresses, so that a
/// node can be cut off from either alone. Each namespace is held by a process that ends when this one does, and the
/// cables go with it.
/// </summary>
public sealed class Cables : IDisposable
{
    private readonly List<Process> _holders = [];
    private readonly List<(IPAddress One, IPAddress Other)> _cuts = [];
    private readonly string _net = string.Create(CultureInfo.InvariantCulture, $"10.{200 + (Environment.ProcessId % 50)}");
    private readonly Process _router;

    private Cables(int nodes)
    {
        var outside = string.Create(CultureInfo.InvariantCulture, $"prt{Environment.ProcessId}");
        _router = Hold();
        Run("ip", "link", "add", "name", outside, "type", "veth", "peer", "name", "outside", "netns", Text(_router.Id));
        Run("ip", "addr", "add", $"{People}/24", "dev", outside);
        Run("ip", "addr", "add", $"{Database}/32", "dev", outside);
        Run("ip", "link", "set", outside, "up");
        Run("ip", "route", "add", $"{_net}.0.0/16", "via", $"{_net}.0.2");
        In(_router, "ip", "addr", "add", $"{_net}.0.2/24", "dev", "outside");
        In(_router, "ip", "link", "set", "outside", "up");
        In(_router, "ip", "route", "add", $"{Database}/32", "via", $"{People}");
        In(_router, "sh", "-c", "echo 1 > /proc/sys/net/ipv4/ip_forward");
        for (var node = 0; node < nodes; node++)
            Plug(node);
    }

    /// <summary>Where people are, who are those of this process.</summary>
    public IPAddress People => IPAddress.Parse($"{_net}.0.1");

    /// <summary>Where a database of this process' namespace is to listen for the nodes.</summary>
    public IPAddress Database => IPAddress.Parse($"{_net}.1.1");

    /// <summary>Cables for so many nodes; null and the reason where the machine does not allow it.</summary>
    public static Cables? Lay(int nodes, out string reason)
    {
        try
        {
            reason = "";
            return new Cables(nodes);
        }
        catch (Exception refused) when (refused is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            reason = "This machine allows no network namespaces: " + refused.Message;
            return null;
        }
    }

    public IPAddress AddressOf(int node) => IPAddress.Parse($"{_net}.{10 + node}.2");

    /// <summary>The words before a program that is to run in this node's network.</summary>
    public IReadOnlyList<string> Through(int node) => Enter(_holders[1 + node]);

    /// <summary>Nothing comes from one to the other any more, in either direction, and neither is told.</summary>
    public void Cut(IPAddress one, IPAddress other)
    {
        Rules("add", one, other);
        _cuts.Add((one, other));
    }

    /// <summary>Everything that was cut works again.</summary>
    public void Mend()
    {
        foreach (var (one, other) in _cuts)
            Rules("del", one, other);
        _cuts.Clear();
    }

    public void Dispose()
    {
        foreach (var holder in _holders)
        {
            holder.StandardInput.Close();
            holder.WaitForExit();
            holder.Dispose();
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> Enter(Process holder) => ["nsenter", $"--net=/proc/{Text(holder.Id)}/ns/net", "--"];

    private static void In(Process holder, params string[] words) => Run([.. Enter(holder), .. words]);

    private static void Run(params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardError = true, UseShellExecute = false })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', words)}: {said.Trim()}");
    }

    private void Plug(int node)
    {
        var (holder, cable, near) = (Hold(), "node" + Text(node), $"{_net}.{10 + node}.1");
        In(_router, "ip", "link", "add", "name", cable, "type", "veth", "peer", "name", "eth0", "netns", Text(holder.Id));
        In(_router, "ip", "addr", "add", near + "/24", "dev", cable);
        In(_router, "ip", "link", "set", cable, "up");
        In(holder, "ip", "link", "set", "lo", "up");
        In(holder, "ip", "addr", "add", $"{AddressOf(node)}/24", "dev", "eth0");
        In(holder, "ip", "link", "set", "eth0", "up");
        In(holder, "ip", "route", "add", "default", "via", near);
    }

    private void Rules(string verb, IPAddress one, IPAddress other)
    {
        In(_router, "ip", "rule", verb, "from", $"{one}", "to", $"{other}", "blackhole");
        In(_router, "ip", "rule", verb, "from", $"{other}", "to", $"{one}", "blackhole");
    }

    /// <summary>A namespace, until its standard input ends: with this process at the latest.</summary>
    private Process Hold()
    {
        var holder = Process.Start(new ProcessStartInfo("unshare", ["--net", "sh", "-c", "echo held; exec cat"])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        })!;
        _holders.Add(holder);
        if (holder.StandardOutput.ReadLine() != "held")
            throw new InvalidOperationException("unshare --net: " + holder.StandardError.ReadToEnd().Trim());
        return holder;
    }
}
