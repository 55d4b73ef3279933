using System.Net;
using PartyRealtime.Storage.Hosting;
using StackExchange.Redis;

namespace PartyRealtime.Silo.Hosting;

/// <summary>How this process belongs to a cluster; every node of it is a member, web edges too.</summary>
public sealed record ClusterSettings
{
    /// <summary>The cluster's name. Nodes of one database have one name: two clusters on one database decide against each other.</summary>
    public required string Name { get; init; }

    /// <summary>This node's name, as operators read it: letters, digits, dots and dashes; 64 at most.</summary>
    public required string Node { get; init; }

    /// <summary>The PostgreSQL connection string, which holds the members too.</summary>
    public required string Store { get; init; }

    public NodeRoles Roles { get; init; } = NodeRoles.Web | NodeRoles.Silo;

    /// <summary>
    /// The address by which the other nodes reach this one. Whoever reaches it is trusted fully: loopback or a private
    /// network behind mutual TLS, never a public one.
    /// </summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port for the other nodes; 0 takes a free one.</summary>
    public int Port { get; init; }

    public MembershipStore Membership { get; init; }

    public PushLinkKind Push { get; init; }

    /// <summary>The Redis configuration (<c>host:port,password=…</c>); null without Redis.</summary>
    public string? Redis { get; init; }

    /// <summary>Reads the settings; null for a node that is alone. What is wrong is noted in the command line's errors.</summary>
    public static ClusterSettings? From(CommandLine line)
    {
        if (line.Value("--cluster") is not { } name)
        {
            foreach (var option in new[] { "--node", "--roles", "--silo-listen", "--silo-port", "--membership", "--push", "--redis" })
            {
                if (line.Value(option) is not null)
                    line.Refuse($"{option}: belongs to a cluster. Set --cluster NAME too, or leave it out.");
            }

            return null;
        }

        var settings = new ClusterSettings
        {
            Name = Word(line, "--cluster", name),
            Node = Word(line, "--node", line.Value("--node") ?? Environment.MachineName),
            Store = line.Value("--store") ?? "",
            Roles = RolesOf(line),
            Address = AddressOf(line),
            Port = line.Number("--silo-port", 0, 0, 65_535),
            Membership = Choice(line, "--membership", MembershipStore.PostgreSql),
            Push = Choice(line, "--push", PushLinkKind.Orleans),
            Redis = line.Value("--redis"),
        };
        if (settings.Store.Length == 0)
            line.Refuse("--cluster: nodes share a PostgreSQL database. Set --store 'Host=…;Database=…;Username=…'.");
        else if (StoreFault.OfText(settings.Store) is { } fault)
            line.Refuse(fault);
        if (line.Value("--files") is null)
            line.Refuse("--cluster: nodes share uploaded files. Set --files to a folder that every node sees.");
        if (settings.Redis is null && (settings.Membership == MembershipStore.Redis || settings.Push == PushLinkKind.Redis))
            line.Refuse("--membership redis and --push redis need a Redis. Set --redis HOST:PORT.");
        if (settings.Redis is { } redis && !IsReadable(redis))
            line.Refuse("--redis: cannot be read. Set HOST:PORT, or HOST:PORT,password=….");
        return settings;
    }

    private static string Word(CommandLine line, string option, string text)
    {
        if (text.Length is < 1 or > 64 || !text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.'))
            line.Refuse($"{option} {text}: use letters, digits, dots and dashes, 64 at most.");
        return text;
    }

    private static NodeRoles RolesOf(CommandLine line)
    {
        if (line.Value("--roles") is not { } text)
            return NodeRoles.Web | NodeRoles.Silo;
        var roles = NodeRoles.None;
        foreach (var word in text.Split(',', StringSplitOptions.TrimEntries))
        {
            roles |= word switch { "web" => NodeRoles.Web, "silo" => NodeRoles.Silo, _ => NodeRoles.None };
            if (word is not "web" and not "silo")
                line.Refuse($"--roles {text}: set web, silo or web,silo.");
        }

        return roles;
    }

    private static IPAddress AddressOf(CommandLine line)
    {
        if (line.Value("--silo-listen") is not { } text)
            return IPAddress.Loopback;
        if (IPAddress.TryParse(text, out var address) && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any))
            return address;
        line.Refuse($"--silo-listen {text}: set the IP address by which the other nodes reach this one.");
        return IPAddress.Loopback;
    }

    /// <summary>The text holds a password: what is wrong with it is not repeated.</summary>
    private static bool IsReadable(string redis)
    {
        try
        {
            return ConfigurationOptions.Parse(redis).EndPoints.Count > 0;
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            return false;
        }
    }

    private static TChoice Choice<TChoice>(CommandLine line, string option, TChoice otherwise)
        where TChoice : struct, Enum
    {
        if (line.Value(option) is not { } text)
            return otherwise;
        foreach (var choice in Enum.GetValues<TChoice>())
        {
            if (string.Equals(choice.ToString(), text, StringComparison.OrdinalIgnoreCase))
                return choice;
        }

        line.Refuse($"{option} {text}: set {string.Join(" or ", Enum.GetNames<TChoice>().Select(known => known.ToLowerInvariant()))}.");
        return otherwise;
    }
}
