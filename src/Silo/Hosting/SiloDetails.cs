using System.Net;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace PartyRealtime.Silo.Hosting;

/// <summary>
/// Who this member of the cluster is. Of two processes at one address the members believe in the one with the higher
/// number, which is the second of its start. It is taken from the database's clock: with the machine's, as Orleans takes it,
/// a node whose clock was set back was refused at its next start until the clock had caught up.
/// </summary>
internal sealed class SiloDetails(
    IOptions<SiloOptions> silo, IOptions<ClusterOptions> cluster, IOptions<EndpointOptions> endpoint, TimeProvider time) : ILocalSiloDetails
{
    /// <summary>Where Orleans counts from, so that a node of a version from before this is numbered alike.</summary>
    private static readonly DateTimeOffset Zero = new(2022, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public string Name => silo.Value.SiloName;

    public string ClusterId => cluster.Value.ClusterId;

    public string DnsHostName { get; } = Dns.GetHostName();

    public SiloAddress SiloAddress { get; } = SiloAddress.New(
        endpoint.Value.AdvertisedIPAddress, endpoint.Value.SiloPort, (int)(time.GetUtcNow() - Zero).TotalSeconds);

    /// <summary>None, which Orleans says by null: every process that calls grains is a member.</summary>
    public SiloAddress GatewayAddress => null!;
}
