using PartyRealtime.Yjs.Lib0;
using PartyRealtime.Yjs.Limits;
using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.Yjs.Updates;

/// <summary>
/// Reads updates in format v1 (described in the documentation of Yjs, https://docs.yjs.dev, and in its INTERNALS). Time and
/// memory are bounded by the bytes there are, whatever the counts in them claim.
/// </summary>
internal static class UpdateDecoder
{
    /// <summary>The whole update, or null and a refusal.</summary>
    public static DecodedUpdate? Decode(ReadOnlySpan<byte> bytes, UpdateLimits limits, out UpdateRefusal? refusal)
    {
        if (bytes.Length > limits.UpdateBytesMax)
        {
            refusal = new UpdateRefusal(UpdateRefusalCode.UpdateTooLarge, $"{bytes.Length} bytes");
            return null;
        }
        var reader = new ByteReader(bytes);
        var structs = new StructDecoder(limits);
        var blocks = ReadBlocks(ref reader, structs, limits);
        var deletions = ReadDeletions(ref reader, limits);
        if (reader.Remaining > 0)
            reader.Fail();
        refusal = structs.Refusal ?? (reader.Failed ? Malformed(bytes.Length) : null);
        return refusal is null ? new DecodedUpdate(blocks, deletions, bytes.Length) : null;
    }

    public static UpdateRefusal Malformed(int bytes) => new(UpdateRefusalCode.Malformed, $"{bytes} bytes");

    private static List<ClientBlock> ReadBlocks(ref ByteReader reader, StructDecoder structs, UpdateLimits limits)
    {
        var count = reader.ReadVarUint();
        var blocks = new List<ClientBlock>(count == 1 ? 1 : 0);
        var named = count == 1 || limits.TakesOddForms ? null : new HashSet<long>();
        for (long index = 0; index < count && !reader.Failed; index++)
        {
            var left = reader.ReadVarUint();
            var client = reader.ReadVarUint();
            var clock = reader.ReadVarUint();
            if (!limits.TakesOddForms && (left == 0 || named?.Add(client) == false))
                reader.Fail();
            var block = new ClientBlock(client, new List<Struct>((int)Math.Min(left, reader.Remaining / 2)));
            for (; left > 0 && !reader.Failed; left--)
                clock = structs.Read(ref reader, new Id(client, clock), block.Structs);
            if (block.Structs.Count > 0)
                blocks.Add(block);
        }
        return blocks;
    }

    private static DeleteSet ReadDeletions(ref ByteReader reader, UpdateLimits limits)
    {
        var set = new DeleteSet();
        for (var clients = reader.ReadVarUint(); clients > 0 && !reader.Failed; clients--)
        {
            var client = reader.ReadVarUint();
            for (var ranges = reader.ReadVarUint(); ranges > 0 && !reader.Failed; ranges--)
            {
                var clock = reader.ReadVarUint();
                var length = reader.ReadVarUint();
                if (clock + length > ByteReader.IntegerMax || (length == 0 && !limits.TakesOddForms))
                    reader.Fail();
                if (length > 0 && !reader.Failed)
                    set.Add(client, clock, length);
            }
        }
        set.Normalise();
        return set;
    }
}
