using System.Security.Cryptography;

namespace PartyRealtime.FaultTests.Driving;

/// <summary>
/// What a test chooses by chance. The seed is printed; given again, the same is chosen again, as long as one task alone
/// throws: tasks that run beside each other throw dice of their own, <see cref="Of"/>.
/// </summary>
internal sealed class Dice
{
    private readonly int _seed;
    private readonly Random _random;

    public Dice()
        : this(int.TryParse(Environment.GetEnvironmentVariable("FAULT_SEED"), out var given) ? given : Environment.TickCount) =>
        TestContext.Current.TestOutputHelper?.WriteLine($"FAULT_SEED={_seed}");

    /// <summary>Hashed, since Random throws alike at first for seeds that lie near each other, as those of one run do.</summary>
    private Dice(int seed) => (_seed, _random) = (seed, new Random(BitConverter.ToInt32(SHA256.HashData(BitConverter.GetBytes(seed)))));

    /// <summary>Other dice that follow from the same seed and this number, and not from what was thrown so far.</summary>
    public Dice Of(int number) => new(unchecked((_seed * 16_777_619) ^ (number + 1)));

    public T[] Shuffled<T>(IEnumerable<T> things)
    {
        T[] all = [.. things];
        _random.Shuffle(all);
        return all;
    }

    public int Between(int min, int max) => _random.Next(min, max + 1);

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }
}
