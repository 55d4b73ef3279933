using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PartyRealtime.Contracts.Ids;

/// <summary>
/// Ids that follow from what they name, so that a command sent twice names the same things both times.
/// RFC 9562 version 8: the first 122 free bits of SHA-256 over the parts.
/// </summary>
public static class DerivedId
{
    /// <summary>The id of <paramref name="kind"/> made from two UUIDs, in this order.</summary>
    public static Guid From(string kind, Guid first, Guid second)
    {
        Span<byte> input = stackalloc byte[96];
        var length = Encoding.ASCII.GetBytes(kind, input);
        first.TryWriteBytes(input[length..], bigEndian: true, out _);
        second.TryWriteBytes(input[(length + 16)..], bigEndian: true, out _);
        return Hash(input[..(length + 32)]);
    }

    /// <summary>The id of <paramref name="kind"/> made from a number and a UUID, in this order.</summary>
    public static Guid From(string kind, int number, Guid second)
    {
        Span<byte> first = stackalloc byte[16];
        first.Clear();
        BinaryPrimitives.WriteInt32BigEndian(first[12..], number);
        return From(kind, new Guid(first, bigEndian: true), second);
    }

    private static Guid Hash(ReadOnlySpan<byte> input)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(input, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
