using PartyRealtime.Storage.Nodes;

namespace PartyRealtime.Silo.Nodes;

/// <summary>
/// Says so in the log when another cluster, or a node that is alone, decides on the same database: at the start, and
/// whenever it is seen to come or change. The node goes on: the tables refuse what is decided on an old position.
/// </summary>
internal sealed partial class DeciderWatch(IOtherDeciders others, TimeProvider time, ILogger<DeciderWatch> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        var said = "";
        do
        {
            said = await Look(said, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<string> Look(string said, CancellationToken stopping)
    {
        try
        {
            var names = string.Join(", ", await others.Read(stopping));
            if (names.Length > 0 && names != said)
                Another(log, names);
            return names;
        }
        catch (Exception) when (!stopping.IsCancellationRequested)
        {
            // That the store is away, others say.
            return said;
        }
    }

    [LoggerMessage(5321, LogLevel.Error, "Another cluster decides on this database: {Names}. Nodes of one database belong to one cluster; stop those, or give this node a database of its own.")]
    private static partial void Another(ILogger log, string names);
}
