namespace PartyRealtime.Silo.Nodes;

/// <summary>
/// What was measured within the last 55 to 60 s: how often, how much, and the quantiles within 20 %. Its memory is the
/// same however much is measured. For many threads.
/// </summary>
internal sealed class LastMinute(TimeProvider time)
{
    private const int SlicesMax = 12;
    private const double SliceSeconds = 5;

    /// <summary>Values up to this share the first step; each step is 2^(1/4) above the one before, and the last one open.</summary>
    private const double FirstStep = 0.0001;
    private const int StepsPerDoubling = 4;
    private const int StepsMax = 96;

    private readonly Lock _lock = new();
    private readonly Slice[] _slices = [.. Enumerable.Range(0, SlicesMax).Select(_ => new Slice())];
    private readonly long _began = time.GetTimestamp();

    /// <summary>Takes a value that is not negative; what a clock that was set back makes negative counts as 0.</summary>
    public void Take(double value)
    {
        lock (_lock)
        {
            var slice = At(Number());
            slice.Steps[StepOf(value)]++;
            slice.Count++;
            slice.Sum += Math.Max(value, 0);
            slice.Max = Math.Max(slice.Max, value);
        }
    }

    /// <summary>What was measured.</summary>
    public Measured Read()
    {
        lock (_lock)
        {
            var number = Number();
            At(number);
            var steps = new int[StepsMax];
            var (count, sum, max) = (0, 0.0, 0.0);
            foreach (var slice in _slices.Where(slice => slice.Number > number - SlicesMax))
            {
                count += slice.Count;
                sum += slice.Sum;
                max = Math.Max(max, slice.Max);
                for (var step = 0; step < StepsMax; step++)
                    steps[step] += slice.Steps[step];
            }

            return new Measured(count, sum, Quantile(0.5), Quantile(0.99), Seconds(number));

            double? Quantile(double share)
            {
                var left = (int)Math.Ceiling(count * share);
                for (var step = 0; step < StepsMax && count > 0; step++)
                {
                    if ((left -= steps[step]) <= 0)
                        return step == StepsMax - 1 ? max : Math.Min(max, FirstStep * Math.Pow(2, (double)step / StepsPerDoubling));
                }

                return null;
            }
        }
    }

    private static int StepOf(double value) => value <= FirstStep
        ? 0
        : Math.Min(StepsMax - 1, (int)Math.Ceiling(Math.Log2(value / FirstStep) * StepsPerDoubling));

    private long Number() => (long)(Elapsed / SliceSeconds);

    private double Elapsed => time.GetElapsedTime(_began).TotalSeconds;

    /// <summary>The seconds that the slices cover; a second at least, so that the first command is no rate of thousands.</summary>
    private double Seconds(long number) => Math.Max(1, Elapsed - (Math.Max(0, number - SlicesMax + 1) * SliceSeconds));

    private Slice At(long number)
    {
        var slice = _slices[number % SlicesMax];
        if (slice.Number != number)
            slice.Begin(number);
        return slice;
    }

    /// <summary>What was measured.</summary>
    /// <param name="Count">How often.</param>
    /// <param name="Sum">How much together.</param>
    /// <param name="Half">The value that half of all are at most; null when nothing was measured.</param>
    /// <param name="P99">As <paramref name="Half"/>, 99 of 100.</param>
    /// <param name="Seconds">The time that it was measured in.</param>
    internal sealed record Measured(int Count, double Sum, double? Half, double? P99, double Seconds);

    private sealed class Slice
    {
        public int[] Steps { get; } = new int[StepsMax];

        /// <summary>Counts slices from the beginning; before its first use it is one that is long over.</summary>
        public long Number { get; private set; } = -SlicesMax;

        public int Count { get; set; }

        public double Sum { get; set; }

        public double Max { get; set; }

        public void Begin(long number)
        {
            Number = number;
            Array.Clear(Steps);
            (Count, Sum, Max) = (0, 0, 0);
        }
    }
}
