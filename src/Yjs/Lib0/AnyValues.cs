using System.Buffers.Binary;
using System.Text.Json.Nodes;

namespace PartyRealtime.Yjs.Lib0;

/// <summary>
/// Values of lib0's "any" encoding: what JSON can say, and undefined, bytes and 64-bit integers. They are kept as the
/// bytes they came in, so that what goes out again is what came, and read only when somebody asks.
/// </summary>
internal static class AnyValues
{
    /// <summary>Arrays and objects inside each other, beyond which a value is refused.</summary>
    public const int DepthMax = 64;

    /// <summary>Reads over one value and gives its bytes; a fault fails the reader.</summary>
    public static ReadOnlySpan<byte> ReadRaw(ref ByteReader reader)
    {
        var before = reader.Rest;
        Skip(ref reader, 0);
        return reader.Failed ? default : before[..(before.Length - reader.Remaining)];
    }

    /// <summary>
    /// The value of bytes that <see cref="ReadRaw"/> gave. Undefined becomes null (and is left out of objects), bytes
    /// become base64 text, numbers that JSON cannot say become null.
    /// </summary>
    public static JsonNode? ToJson(ReadOnlySpan<byte> raw)
    {
        var reader = new ByteReader(raw);
        return Read(ref reader);
    }

    private static void Skip(ref ByteReader reader, int depth)
    {
        if (depth > DepthMax)
            reader.Fail();
        switch (reader.ReadByte())
        {
            case AnyTag.Undefined or AnyTag.Null or AnyTag.True or AnyTag.False: break;
            case AnyTag.Integer: reader.ReadVarInt(); break;
            case AnyTag.Single: reader.ReadBytes(4); break;
            case AnyTag.Double or AnyTag.BigInteger: reader.ReadBytes(8); break;
            case AnyTag.Text: reader.ReadUtf8(); break;
            case AnyTag.Bytes: reader.ReadBuffer(); break;
            case AnyTag.Array: SkipItems(ref reader, depth, keyed: false); break;
            case AnyTag.Object: SkipItems(ref reader, depth, keyed: true); break;
            default: reader.Fail(); break;
        }
    }

    private static void SkipItems(ref ByteReader reader, int depth, bool keyed)
    {
        var count = reader.ReadVarUint();
        for (long index = 0; index < count && !reader.Failed; index++)
        {
            if (keyed)
                reader.ReadUtf8();
            Skip(ref reader, depth + 1);
        }
    }

    private static JsonNode? Read(ref ByteReader reader)
    {
        switch (reader.ReadByte())
        {
            case AnyTag.True: return true;
            case AnyTag.False: return false;
            case AnyTag.Integer: return reader.ReadVarInt();
            case AnyTag.Single: return Finite(BinaryPrimitives.ReadSingleBigEndian(reader.ReadBytes(4)));
            case AnyTag.Double: return Finite(BinaryPrimitives.ReadDoubleBigEndian(reader.ReadBytes(8)));
            case AnyTag.BigInteger: return BinaryPrimitives.ReadInt64BigEndian(reader.ReadBytes(8));
            case AnyTag.Text: return reader.ReadString();
            case AnyTag.Bytes: return Convert.ToBase64String(reader.ReadBuffer());
            case AnyTag.Array: return ReadArray(ref reader);
            case AnyTag.Object: return ReadObject(ref reader);
            default: return null;
        }
    }

    private static JsonValue? Finite(double number) => double.IsFinite(number) ? JsonValue.Create(number) : null;

    private static JsonArray ReadArray(ref ByteReader reader)
    {
        var items = new JsonArray();
        for (var left = reader.ReadVarUint(); left > 0; left--)
            items.Add(Read(ref reader));
        return items;
    }

    private static JsonObject ReadObject(ref ByteReader reader)
    {
        var fields = new JsonObject();
        for (var left = reader.ReadVarUint(); left > 0; left--)
        {
            var key = reader.ReadString();
            var undefined = reader.Rest[0] == AnyTag.Undefined;
            var value = Read(ref reader);
            if (!undefined)
                fields[key] = value;
        }
        return fields;
    }
}
