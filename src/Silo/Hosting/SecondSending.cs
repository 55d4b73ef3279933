using PartyRealtime.Contracts.Commands;

namespace PartyRealtime.Silo.Hosting;

/// <summary>
/// Sends a command once more when its grain's silo went away meanwhile. The command's id makes that safe: if the first
/// sending was applied, the second one gets its answer, and if the second one is refused, so is the first, which may lie at a
/// silo that only hung. People see a slow answer instead of a failed one.
/// </summary>
internal sealed class SecondSending(TimeProvider time) : IOutgoingGrainCallFilter
{
    /// <summary>After this the caller is told that the outcome is unknown; the longest a call waits is one more call.</summary>
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromSeconds(12);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            try
            {
                await context.Invoke();
                return;
            }
            catch (Exception gone) when (CommandOf(context) is not null && IsGone(gone) && time.GetElapsedTime(began) < GiveUpAfter)
            {
                context.Request.SetArgument(0, CommandOf(context)! with { SentBefore = true });
                await Task.Delay(Pause, time);
            }
        }
    }

    /// <summary>Commands carry their id; everything else is the caller's own business.</summary>
    private static CommandContext? CommandOf(IOutgoingGrainCallContext context) =>
        context.Request.GetArgumentCount() > 0 ? context.Request.GetArgument(0) as CommandContext : null;

    private static bool IsGone(Exception error) => error is SiloUnavailableException or OrleansMessageRejectionException;
}
