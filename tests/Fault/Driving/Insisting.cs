using PartyRealtime.FaultTests.Clusters;
using PartyRealtime.LoadTests.Wire;

namespace PartyRealtime.FaultTests.Driving;

/// <summary>What a test cannot do without, of nodes that may be dead, starved or just born.</summary>
internal static class Insisting
{
    private static readonly TimeSpan DoneMax = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>The answer to a command, which is sent under its id, to the next node in turn, until one has an answer; for a minute at most.</summary>
    public static async Task<T> Done<T>(this Api api, string path, object body, Guid id)
        where T : class
    {
        using var limit = new CancellationTokenSource(DoneMax);
        while (true)
        {
            var reply = await api.SendOnce<T>(HttpMethod.Post, path, body, id, limit.Token);
            if (reply.IsOk || !reply.MayBeSentAgain)
                return reply.Required(path);
            await NoteTraffic.For(Pause);
        }
    }
}
