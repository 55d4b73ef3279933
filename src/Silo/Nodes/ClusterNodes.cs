using System.Collections.Immutable;
using PartyRealtime.Contracts.Nodes;

namespace PartyRealtime.Silo.Nodes;

/// <summary>The nodes by the membership, each asked by a call of its own; this one without a call.</summary>
internal sealed class ClusterNodes(
    ISiloStatusOracle silos, ILocalSiloDetails here, NodeLink link, NodeSelf self, NodeIdentity identity, FormerNodes former, TimeProvider time)
    : INodes
{
    private static readonly TimeSpan HeardMax = TimeSpan.FromSeconds(3);

    public async Task<ImmutableArray<NodeReport>> Ask()
    {
        var members = Members().ToList();
        var gone = former.Read(members.Select(member => member.Name).ToHashSet(StringComparer.Ordinal));
        var reports = await Task.WhenAll(members.Select(member => Ask(member.Name, member.Address)));
        return [.. reports.Concat(await gone).OrderBy(node => node.Name, StringComparer.Ordinal)];
    }

    public async Task<bool> Stop(string name, DateTimeOffset orderedAt) => await Order(
        name,
        () =>
        {
            self.Stop(orderedAt);
            return true;
        },
        async node =>
        {
            await link.Stop(node, orderedAt);
            return true;
        },
        gone: true) ?? false;

    public Task<bool?> Resume(string name, DateTimeOffset orderedAt) =>
        Order(name, () => self.Resume(orderedAt), node => link.Resume(node, orderedAt), gone: false);

    /// <summary>What the node of this name answers to an order, or <paramref name="gone"/> where there is none; null when it may not have heard it.</summary>
    private async Task<bool?> Order(string name, Func<bool> toSelf, Func<SiloAddress, Task<bool>> toOther, bool gone)
    {
        var member = Members().FirstOrDefault(member => member.Name == name);
        if (member.Address is not { } node)
            return gone;
        if (node.Equals(here.SiloAddress))
            return toSelf();
        try
        {
            return await toOther(node).WaitAsync(HeardMax, time);
        }
        catch (Exception)
        {
            return null;
        }
    }

    private async Task<NodeReport> Ask(string name, SiloAddress node)
    {
        if (node.Equals(here.SiloAddress))
            return await self.Report();
        try
        {
            return await link.Report(node).WaitAsync(NodeLimits.AnswerMax, time);
        }
        catch (Exception)
        {
            // Whatever is wrong with that node, the others are shown.
            return new NodeReport(name, NodeState.NotAnswering, null);
        }
    }

    /// <summary>
    /// Who has not been declared dead, by name. Of two processes of one name, the one before has died and is not declared
    /// dead yet.
    /// </summary>
    private IEnumerable<(string Name, SiloAddress Address)> Members() => silos.GetApproximateSiloStatuses()
        .Where(silo => silo.Value is SiloStatus.Joining or SiloStatus.Active or SiloStatus.ShuttingDown or SiloStatus.Stopping)
        .Select(silo => (Name: NameOf(silo.Key), Address: silo.Key))
        .GroupBy(member => member.Name, StringComparer.Ordinal)
        .Select(same => same.MaxBy(member => member.Address.Generation))
        .OrderBy(member => member.Name, StringComparer.Ordinal);

    private string NameOf(SiloAddress silo)
    {
        if (silo.Equals(here.SiloAddress))
            return identity.Name;
        return silos.TryGetSiloName(silo, out var name) ? name : silo.ToString();
    }
}
