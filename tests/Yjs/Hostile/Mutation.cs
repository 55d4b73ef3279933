namespace PartyRealtime.YjsTests.Hostile;

/// <summary>Updates with a few faults in them.</summary>
internal static class Mutation
{
    private static readonly byte[][] Lengths =
    [
        [0x00], [0x7F], [0xFF, 0x7F], [0xFF, 0xFF, 0xFF, 0xFF, 0x07], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F],
        [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01],
    ];

    /// <param name="other">Parts of it are put into the update now and then.</param>
    public static byte[] Of(byte[] update, byte[] other, Random random)
    {
        var bytes = new List<byte>(update);
        for (var faults = 1 + random.Next(2); faults > 0; faults--)
            Change(bytes, other, random);
        return [.. bytes];
    }

    private static void Change(List<byte> bytes, byte[] other, Random random)
    {
        var at = random.Next(bytes.Count + 1);
        var count = Math.Min(1 + random.Next(8), bytes.Count - at);
        switch (random.Next(8))
        {
            case 0 when count > 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when count > 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2 when count > 0:
                bytes[at] = (byte)(bytes[at] + (random.Next(2) == 0 ? 1 : -1));
                break;
            case 3:
                bytes.InsertRange(at, Lengths[random.Next(Lengths.Length)]);
                break;
            case 4:
                bytes.RemoveRange(at, count);
                break;
            case 5:
                bytes.InsertRange(at, bytes.GetRange(at, count));
                break;
            case 6 when random.Next(4) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                var from = random.Next(other.Length);
                bytes.InsertRange(at, other[from..Math.Min(other.Length, from + 1 + random.Next(24))]);
                break;
        }
    }
}
