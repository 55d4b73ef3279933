using PartyRealtime.Contracts.Nodes;
using PartyRealtime.Silo.Hosting;

namespace PartyRealtime.Silo.Nodes;

/// <summary>
/// Ends a node that alone does not reach the store: its grains can answer nobody, and the others take them over only when
/// it is gone. Where no other node reaches the store either it stays, for nothing would be better elsewhere, and all serve
/// again by themselves.
/// </summary>
internal sealed partial class StoreWatch(
    Func<CancellationToken, Task<bool>> storeAnswers, INodes nodes, NodeIdentity identity, NodeEnd end, TimeProvider time, ILogger<StoreWatch> log)
    : BackgroundService
{
    /// <summary>So long a node is alone before it gives up.</summary>
    public static readonly TimeSpan AloneMax = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        long? since = null;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (await Answers(stoppingToken) || !await AnswersElsewhere())
            {
                since = null;
                continue;
            }

            since ??= time.GetTimestamp();
            if (time.GetElapsedTime(since.Value) < AloneMax)
                continue;
            Alone(log, AloneMax);
            end.GiveUp();
            return;
        }
    }

    private async Task<bool> Answers(CancellationToken stopping)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        try
        {
            var answer = storeAnswers(limit.Token);
            if (await Task.WhenAny(answer, Task.Delay(AnswerMax, time, stopping)) == answer)
                return await answer;
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return false;
        }

        stopping.ThrowIfCancellationRequested();
        // A packet that vanished is waited for as long as the driver likes; nobody reads that answer any more.
        await limit.CancelAsync();
        return false;
    }

    /// <summary>A node is ready only while the store answers it.</summary>
    private async Task<bool> AnswersElsewhere() =>
        (await nodes.Ask()).Any(node => node.Name != identity.Name && node.State == NodeState.Ready);

    [LoggerMessage(5301, LogLevel.Critical, "The store has answered other nodes and not this one for {Time}: this node ends, so that they take its grains.")]
    private static partial void Alone(ILogger log, TimeSpan time);
}
