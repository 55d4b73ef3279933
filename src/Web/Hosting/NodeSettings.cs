using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using PartyRealtime.Silo.Hosting;
using PartyRealtime.Storage.Hosting;
using PartyRealtime.Storage.Organisation.Seeding;

namespace PartyRealtime.Web.Hosting;

/// <summary>How this node runs, from the command line; validated as a whole before anything starts.</summary>
public sealed record NodeSettings
{
    public const int DefaultPort = 8080;

    /// <summary>More than any process may have files open.</summary>
    private const int ConnectionsMost = 1_000_000;

    /// <summary>The folder of this node's data: the SQLite file, uploads, the demo password. Absolute.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>0 takes a free one.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>The address that the server listens on.</summary>
    public IPAddress Listen { get; init; } = IPAddress.Loopback;

    /// <summary>
    /// The port of <c>/metrics</c> and health: one above <see cref="Port"/> unless set; null with a free port, where
    /// nobody could know it.
    /// </summary>
    public int? OperationsPort { get; init; } = DefaultPort + 1;

    /// <summary>The address of the operations port; whoever reaches it reads the metrics.</summary>
    public IPAddress OperationsListen { get; init; } = IPAddress.Loopback;

    /// <summary>
    /// Live connections and sockets of drafts at most, together, within what the limit of open files allows; 0 takes that.
    /// </summary>
    public int ConnectionsMax { get; init; }

    /// <summary>Whether simulated officials work in the demo organisation; only while it is loopback alone.</summary>
    public bool Traffic { get; init; }

    /// <summary>Whether the Orleans Dashboard counts here and is shown to operators.</summary>
    public bool Dashboard { get; init; }

    /// <summary>The PostgreSQL connection string; null for SQLite in the data directory.</summary>
    public string? Store { get; init; }

    /// <summary>The folder of uploaded files where nodes share it; null for one in the data directory.</summary>
    public string? Files { get; init; }

    /// <summary>The cluster that this node is a member of; null when it is alone.</summary>
    public ClusterSettings? Cluster { get; init; }

    /// <summary>As <see cref="StoreOptions.Decider"/>.</summary>
    public string Decider => Cluster?.Name ?? string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{Environment.ProcessId}");

    /// <summary>The size of the demo organisation that an empty store gets; null for none.</summary>
    public OrganisationSize? Seed { get; init; } = OrganisationSize.Default;

    /// <summary>
    /// The origins that browsers may reach this node by, such as <c>https://office.example</c>; empty when it is reached
    /// directly under its own address.
    /// </summary>
    public ImmutableArray<Uri> Origins { get; init; } = [];

    /// <summary>
    /// Proxies on other machines, whose word for the sender's address is believed, as is that of a proxy on this one.
    /// </summary>
    public ImmutableArray<IPAddress> Proxies { get; init; } = [];

    /// <summary>
    /// Demo accounts work only while nothing but this machine can reach the server: it listens on loopback, and what
    /// browsers are to call it is plain HTTP on a loopback name, as with a proxy that is being tried out.
    /// </summary>
    public bool IsLoopbackOnly => IPAddress.IsLoopback(Listen) && Proxies.IsEmpty && Origins.All(IsHere);

    /// <summary>
    /// Cookies are Secure and carry the <c>__Host-</c> prefix, except on plain HTTP that never leaves this machine.
    /// </summary>
    public bool UsesSecureCookies => !IsLoopbackOnly;

    /// <summary>Reads the settings; what is wrong is noted in the command line's errors.</summary>
    public static NodeSettings From(CommandLine line)
    {
        var settings = new NodeSettings
        {
            DataDirectory = Path.GetFullPath(line.Value("--data") ?? "data"),
            Port = line.Number("--port", DefaultPort, 0, 65_535),
            ConnectionsMax = line.Number("--connections", 0, 1, ConnectionsMost),
            Store = line.Value("--store"),
            Seed = line.Has("--no-seed") ? null : Size(line),
            Origins = OriginsOf(line),
            Traffic = line.Has("--traffic"),
            Dashboard = line.Has("--dashboard"),
            Files = line.Value("--files"),
            Cluster = ClusterSettings.From(line),
            Proxies = [.. (line.Value("--proxy") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(text => line.Address("--proxy", text, IPAddress.Loopback))],
            Listen = line.Address("--listen", line.Value("--listen"), IPAddress.Loopback),
            OperationsListen = line.Address("--operations-listen", line.Value("--operations-listen"), IPAddress.Loopback),
        };
        settings = settings with
        {
            OperationsPort = line.Value("--operations-port") is not null
                ? line.Number("--operations-port", DefaultPort + 1, 1, 65_535)
                : settings.Port is 0 or 65_535 ? null : settings.Port + 1,
        };
        if (settings.OperationsPort == settings.Port)
            line.Refuse($"--operations-port {settings.Port}: people have that port (--port). Set another one.");
        if (settings.Cluster is { Port: not 0 } member && (member.Port == settings.Port || member.Port == settings.OperationsPort))
            line.Refuse($"--silo-port {member.Port}: --port or --operations-port has it. Set another one.");
        if (settings is { Cluster: null, Store: { } store } && StoreFault.OfText(store) is { } fault)
            line.Refuse(fault);
        if (settings is { Traffic: true, IsLoopbackOnly: false })
            line.Refuse("--traffic: simulated officials work on this machine alone; leave out --listen and --origin.");
        if (settings.Cluster is { } cluster && !cluster.Roles.HasFlag(NodeRoles.Web))
            line.Refuse("--roles silo: a node without people is the silo program. Start PartyRealtime.Silo, or set web,silo here.");
        return settings;
    }

    /// <summary>Whether a browser that uses this origin must be on the machine of the proxy or server that it reaches.</summary>
    internal static bool IsHere(Uri origin) => origin.Scheme == Uri.UriSchemeHttp && IsLoopbackName(origin);

    /// <summary>Whether the origin's host is this machine by name: a foreign name may be pointed at it.</summary>
    internal static bool IsLoopbackName(Uri origin) =>
        origin.Host == "localhost" || (IPAddress.TryParse(origin.IdnHost, out var address) && IPAddress.IsLoopback(address));

    private static OrganisationSize Size(CommandLine line)
    {
        if (line.Value("--size") is not { } text)
            return OrganisationSize.Default;
        if (Enum.TryParse<OrganisationSize>(text, ignoreCase: true, out var size) && Enum.IsDefined(size) && !char.IsAsciiDigit(text[0]))
            return size;
        line.Refuse($"--size {text}: set S1 (1,500 accounts), S2 (15,000) or S3 (150,000), or leave it out.");
        return OrganisationSize.Default;
    }

    private static ImmutableArray<Uri> OriginsOf(CommandLine line)
    {
        var origins = ImmutableArray.CreateBuilder<Uri>();
        foreach (var text in (line.Value("--origin") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Uri.TryCreate(text, UriKind.Absolute, out var origin) && origin.Scheme is "http" or "https" && origin.PathAndQuery == "/")
                origins.Add(origin);
            else
                line.Refuse($"--origin {text}: set scheme and host, such as https://office.example.");
        }

        return origins.ToImmutable();
    }
}
