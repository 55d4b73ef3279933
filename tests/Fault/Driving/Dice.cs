namespace PartyRealtime.FaultTests.Driving;

/// <summary>Random moments whose seed is printed, so that a failure can be run again.</summary>
internal sealed class Dice
{
    private readonly Random _random;

    public Dice()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("FAULT_SEED"), out var given) ? given : Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"FAULT_SEED={seed}");
        _random = new Random(seed);
    }

    public int Between(int min, int max) => _random.Next(min, max + 1);

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }
}
