using System.Net;

namespace PartyRealtime.Silo.Hosting;

/// <summary>How a node without people runs: what the command line of the silo program says.</summary>
/// <param name="DataDirectory">The folder of this node: the copy of the epoch. Absolute.</param>
/// <param name="Files">The folder of uploaded files, which every node sees.</param>
/// <param name="OperationsPort">The port of health and metrics.</param>
/// <param name="OperationsListen">Its address; whoever reaches it reads the metrics.</param>
/// <param name="Dashboard">Whether the Orleans Dashboard counts here; web nodes show it.</param>
public sealed record HeadlessSettings(
    ClusterSettings Cluster, string DataDirectory, string? Files, int OperationsPort, IPAddress OperationsListen,
    bool Dashboard)
{
    public const int DefaultOperationsPort = 8081;

    /// <summary>Reads the settings; null when something is wrong, which is noted in the command line's errors.</summary>
    public static HeadlessSettings? From(CommandLine line)
    {
        if (line.Value("--cluster") is null)
            line.Refuse("A silo without people belongs to a cluster. Set --cluster NAME, or start the web program instead.");
        var cluster = ClusterSettings.From(line);
        var port = line.Number("--operations-port", DefaultOperationsPort, 0, 65_535);
        var listen = line.Address("--operations-listen", line.Value("--operations-listen"), IPAddress.Loopback);
        if (cluster is { Roles: not NodeRoles.Silo } && line.Value("--roles") is not null)
            line.Refuse("--roles: this program is a silo and nothing else. Set silo, or leave it out.");
        if (cluster is null || line.Errors.Count > 0)
            return null;
        return new HeadlessSettings(
            cluster with { Roles = NodeRoles.Silo }, Path.GetFullPath(line.Value("--data") ?? "data"), line.Value("--files"), port, listen,
            line.Has("--dashboard"));
    }
}
