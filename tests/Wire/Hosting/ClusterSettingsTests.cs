using PartyRealtime.Silo.Hosting;

namespace PartyRealtime.WireTests.Hosting;

/// <summary>What a cluster needs is said before anything starts.</summary>
public sealed class ClusterSettingsTests
{
    private static readonly string[] Whole = ["--cluster", "a", "--store", "Host=127.0.0.1", "--files", "/f"];

    [Fact]
    public void Without_a_cluster_a_node_is_alone() => Assert.Null(ClusterSettings.From(CommandLine.Parse([])));

    [Fact]
    public void A_cluster_with_all_it_needs_is_accepted()
    {
        var line = CommandLine.Parse([.. Whole, "--roles", "web", "--node", "edge-1", "--silo-port", "1111"]);
        var settings = ClusterSettings.From(line);
        Assert.Empty(line.Errors);
        Assert.Equal(("a", "edge-1", NodeRoles.Web, 1111), (settings!.Name, settings.Node, settings.Roles, settings.Port));
    }

    [Theory]
    [InlineData("--store")]
    [InlineData("--files")]
    public void What_nodes_share_must_be_set(string missing)
    {
        var at = Array.IndexOf(Whole, missing);
        var line = CommandLine.Parse([.. Whole[..at], .. Whole[(at + 2)..]]);
        ClusterSettings.From(line);
        Assert.Contains(missing, Assert.Single(line.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--roles", "king", "web, silo or web,silo")]
    [InlineData("--membership", "redis", "--redis HOST:PORT")]
    [InlineData("--push", "redis", "--redis HOST:PORT")]
    [InlineData("--push", "pigeon", "orleans or redis")]
    [InlineData("--redis", "127.0.0.1:6379,pasword=a", "HOST:PORT,password=")]
    [InlineData("--silo-listen", "0.0.0.0", "by which the other nodes reach this one")]
    [InlineData("--silo-port", "70000", "from 0 to 65535")]
    [InlineData("--node", "một", "letters, digits, dots and dashes")]
    public void What_is_wrong_is_said_with_what_to_set(string option, string value, string says)
    {
        var line = CommandLine.Parse([.. Whole, option, value]);
        ClusterSettings.From(line);
        Assert.Contains(says, Assert.Single(line.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void What_belongs_to_a_cluster_is_refused_without_one()
    {
        var line = CommandLine.Parse(["--roles", "web"]);
        ClusterSettings.From(line);
        Assert.Contains("--cluster NAME", Assert.Single(line.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_silo_without_people_needs_a_cluster()
    {
        var line = CommandLine.Parse([]);
        Assert.Null(HeadlessSettings.From(line));
        Assert.Contains("--cluster NAME", Assert.Single(line.Errors), StringComparison.Ordinal);
    }
}
