using System.Diagnostics;

namespace PartyRealtime.Nodes;

/// <summary>A bound on time, held where the machine may stand still for as long as the bound itself.</summary>
public static class Promised
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>A beat that comes later than by its own length was held up.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(10);

    /// <summary>
    /// Waits for it patiently. It must come within this time, not counting what this process, in which the node is too, was
    /// held up meanwhile: nobody in it could have been faster.
    /// </summary>
    public static async Task<T> Within<T>(this Task<T> coming, TimeSpan max)
    {
        await ((Task)coming).Within(max);
        return await coming;
    }

    /// <inheritdoc cref="Within{T}"/>
    public static async Task Within(this Task coming, TimeSpan max)
    {
        using var timer = new PeriodicTimer(Beat);
        var began = Stopwatch.GetTimestamp();
        var (heldUp, last) = (TimeSpan.Zero, began);
        while (!coming.IsCompleted && Stopwatch.GetElapsedTime(began) < Patience)
        {
            await timer.WaitForNextTickAsync();
            var late = Stopwatch.GetElapsedTime(last) - Beat;
            heldUp += late > Beat ? late : TimeSpan.Zero;
            last = Stopwatch.GetTimestamp();
        }

        var took = Stopwatch.GetElapsedTime(began);
        Assert.True(coming.IsCompleted, $"It has not come within {Patience}.");
        await coming;
        Assert.True(took - heldUp <= max, $"It came after {took}, of which the process was held up for {heldUp}: more than {max}.");
    }
}
