namespace PartyRealtime.ClusterTests.Push;

/// <summary>Promises of a bus, held on a machine that may stand still for longer than a bus is waited for.</summary>
internal static class BusTries
{
    private const int TriesMax = 3;

    /// <summary>So many looks without a change, and nothing more is on its way.</summary>
    private const int LooksUnchanged = 6;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Tries again what failed while a hint went another way than by its bus, as it does where the bus was not answered within
    /// a second: on a machine that stood still so long it is no word on the bus, and the hint may have gone both ways.
    /// </summary>
    /// <param name="promise">What the bus keeps; it must not mind that it was tried before.</param>
    /// <param name="aside">How many hints have gone any other way.</param>
    public static async Task Undisturbed(Func<Task> promise, Func<long> aside)
    {
        for (var tries = 1; ; tries++)
        {
            var before = aside();
            try
            {
                await promise();
                return;
            }
            catch (Xunit.Sdk.XunitException) when (tries < TriesMax)
            {
                if (await Settled(aside) == before)
                    throw;
            }
        }
    }

    /// <summary>The count once nothing more is on its way: a hint is counted when the other node has answered.</summary>
    public static async Task<long> Settled(Func<long> count)
    {
        using var timer = new PeriodicTimer(Look);
        var (last, unchanged) = (0L, 0);
        while (unchanged < LooksUnchanged)
        {
            await timer.WaitForNextTickAsync();
            var now = count();
            unchanged = now == last ? unchanged + 1 : 0;
            last = now;
        }

        return last;
    }
}
