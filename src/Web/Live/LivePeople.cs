using PartyRealtime.Silo.Hosting;

namespace PartyRealtime.Web.Live;

/// <summary>The live connections of this node, moved when it is drained: each is told when to come back, and then closed.</summary>
internal sealed class LivePeople(LiveMap map, TimeProvider time) : IConnectionsHere
{
    /// <summary>They leave some at a time, so that each may come back soon.</summary>
    private static readonly TimeSpan BackWithin = TimeSpan.FromSeconds(1);

    /// <summary>How long one that does not take the message is waited for, and the transport's time to send what it took.</summary>
    private static readonly TimeSpan SendingMax = TimeSpan.FromMilliseconds(200);

    public int Count => map.Connections;

    public async Task<int> Move(int max)
    {
        var leaving = map.All.Take(max).ToList();
        if (leaving.Count == 0)
            return 0;
        foreach (var connection in leaving)
            _ = connection.SayLeaving(Random.Shared.NextDouble() * BackWithin);
        await Task.Delay(SendingMax, time);
        foreach (var connection in leaving)
            connection.Cut();
        return leaving.Count;
    }
}
