using Orleans.Metadata;

namespace PartyRealtime.Silo.Hosting;

/// <summary>The nodes of the cluster that decide. While there is none, a web edge cannot even address a grain.</summary>
public sealed class Deciders(ISiloStatusOracle silos, IClusterManifestProvider manifests)
{
    /// <summary>Whoever decides has this grain; a web edge has none of ours.</summary>
    private static readonly GrainType Deciding = GrainType.Create("document");

    /// <summary>Whether there is one, as far as this node has heard; a node that died counts until it is declared dead.</summary>
    public bool Any => manifests.Current.Silos.Any(Decides);

    private bool Decides(KeyValuePair<SiloAddress, GrainManifest> node) =>
        node.Value.Grains.ContainsKey(Deciding) && silos.GetApproximateSiloStatus(node.Key) == SiloStatus.Active;
}
