using System.Collections.Immutable;
using System.Security.Cryptography;
using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Storage.Demo;
using PartyRealtime.Storage.Inbox;

namespace PartyRealtime.Web.Demo;

/// <summary>
/// The living demo: simulated officials register, assign, open and finish what the newest documents brought them, at a
/// human pace, through the same grains and rules as everybody. Runs only when asked for, and only on loopback.
/// </summary>
internal sealed class Traffic(IGrainFactory grains, ITrafficReads tasks, INoteReads people, ILogger<Traffic> logger) : BackgroundService
{
    /// <summary>About ten acts a second over the whole country.</summary>
    private static readonly TimeSpan ActEvery = TimeSpan.FromMilliseconds(100);

    private const int TasksPerState = 10;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pace = new PeriodicTimer(ActEvery);
        var waiting = new Queue<TrafficTask>();
        try
        {
            while (await pace.WaitForNextTickAsync(stoppingToken))
            {
                if (waiting.Count == 0)
                    waiting = new Queue<TrafficTask>(Shuffled(await tasks.Next(TasksPerState, stoppingToken)));
                if (waiting.TryDequeue(out var task))
                    await Do(task, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The node stops.
        }
    }

    private async Task Do(TrafficTask task, CancellationToken cancellation)
    {
        try
        {
            if (RequestOf(task) is not { } request || await people.Find(task.Official, cancellation) is not { } person)
                return;
            var key = new CommandKey(task.Official, new CommandId(Guid.NewGuid()));
            var context = new CommandContext(key, [.. SHA256.HashData(key.Command.Value.ToByteArray())], person.Person);
            await grains.GetGrain<IDeliveryGrain>(task.Delivery.Value).Act(context, request);
        }
        // The demo goes on when one act fails; real people's acts are not touched by it.
        catch (Exception failure) when (failure is not OperationCanceledException and not OutOfMemoryException)
        {
            TrafficLog.ActFailed(logger, failure);
        }
    }

    private static DeliveryRequest? RequestOf(TrafficTask task) => task switch
    {
        { State: DeliveryState.Arrived } => new RegisterDelivery(null),
        { State: DeliveryState.Registered, Specialist: { } seat } =>
            new AssignDelivery([new StepAssignment(seat, StepRole.Lead)], null, null),
        { Step: { } step, StepState: StepState.Waiting } => new OpenStep(step),
        { Step: { } step } => new FinishStep(step, null),
        _ => null,
    };

    private static TrafficTask[] Shuffled(ImmutableArray<TrafficTask> tasks)
    {
        var shuffled = tasks.ToArray();
        Random.Shared.Shuffle(shuffled);
        return shuffled;
    }
}
