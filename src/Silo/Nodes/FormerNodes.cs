using PartyRealtime.Contracts.Nodes;

namespace PartyRealtime.Silo.Nodes;

/// <summary>The nodes that have ended, from the table of members: who was told to, and who was declared dead.</summary>
internal sealed class FormerNodes(IMembershipTable members, TimeProvider time)
{
    /// <summary>
    /// Those of the last <see cref="NodeLimits.FormerShown"/>, but for the names that run again. Empty when the table does
    /// not answer within <see cref="NodeLimits.AnswerMax"/>.
    /// </summary>
    public async Task<IReadOnlyList<NodeReport>> Read(IReadOnlySet<string> running)
    {
        try
        {
            using var limit = new CancellationTokenSource(NodeLimits.AnswerMax, time);
            var table = await members.ReadAllAsync(limit.Token).WaitAsync(NodeLimits.AnswerMax, time);
            return Of(table.Members.Select(member => member.Item1), running, time.GetUtcNow());
        }
        catch (Exception)
        {
            // Whatever is wrong with the table, the nodes that run are shown.
            return [];
        }
    }

    /// <summary>Of several processes of one name the last one counts. One that ended in order said so itself.</summary>
    internal static IReadOnlyList<NodeReport> Of(IEnumerable<MembershipEntry> members, IReadOnlySet<string> running, DateTimeOffset now) =>
    [
        .. members
            .GroupBy(member => member.SiloName, StringComparer.Ordinal)
            .Select(same => same.MaxBy(member => member.SiloAddress.Generation)!)
            .Where(member => member.Status == SiloStatus.Dead && !running.Contains(member.SiloName))
            .Where(member => member.IAmAliveTime > now.UtcDateTime - NodeLimits.FormerShown)
            .Select(member => new NodeReport(member.SiloName, EndedInOrder(member) ? NodeState.Stopped : NodeState.DeclaredDead, null)),
    ];

    /// <summary>
    /// A node that stops in order declares itself dead, by a vote of its own like any other's; nobody who was lost can. Votes
    /// of others say nothing: a node that was short of CPU for a moment keeps them.
    /// </summary>
    private static bool EndedInOrder(MembershipEntry member) =>
        member.SuspectTimes is { } votes && votes.Exists(vote => vote.Item1.Equals(member.SiloAddress));
}
