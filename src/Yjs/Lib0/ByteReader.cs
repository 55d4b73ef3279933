using System.Text;
using System.Text.Unicode;

namespace PartyRealtime.Yjs.Lib0;

/// <summary>
/// Reads the encoding of lib0 (https://github.com/dmonad/lib0, encoding). It never reads past its bytes and never
/// allocates by a length that is only claimed. The first fault is final: <see cref="Failed"/> stays true, and every
/// further read gives zero or nothing, so that a caller may look at the end of a loop and not after each step.
/// </summary>
public ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    /// <summary>The largest integer that JavaScript holds exactly, 2^53 - 1; larger ones are a fault.</summary>
    public const long IntegerMax = (1L << 53) - 1;

    private ReadOnlySpan<byte> rest = bytes;

    /// <summary>True once the bytes did not say what was asked for.</summary>
    public bool Failed { get; private set; }

    /// <summary>What has not been read; empty after a fault.</summary>
    public readonly ReadOnlySpan<byte> Rest => rest;

    /// <summary>Bytes that have not been read.</summary>
    public readonly int Remaining => rest.Length;

    /// <summary>Ends all reading.</summary>
    public void Fail()
    {
        Failed = true;
        rest = default;
    }

    public byte ReadByte()
    {
        if (rest.IsEmpty)
        {
            Fail();
            return 0;
        }
        var value = rest[0];
        rest = rest[1..];
        return value;
    }

    /// <summary>0 to <see cref="IntegerMax"/>: seven bits a byte, the low ones first, the high bit says that more follow.</summary>
    public long ReadVarUint()
    {
        if (!rest.IsEmpty && rest[0] < 0x80)
            return ReadByte();
        ulong value = 0;
        for (var shift = 0; shift < 56; shift += 7)
        {
            var next = ReadByte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return Bounded(value);
        }
        Fail();
        return 0;
    }

    /// <summary>As <see cref="ReadVarUint"/>, with the sign in the second bit of the first byte and six bits of value there.</summary>
    public long ReadVarInt()
    {
        var first = ReadByte();
        ulong value = (ulong)first & 0x3F;
        var more = first >= 0x80;
        for (var shift = 6; more && shift < 56; shift += 7)
        {
            var next = ReadByte();
            value |= (ulong)(next & 0x7F) << shift;
            more = next >= 0x80;
        }
        if (more)
            Fail();
        var magnitude = Bounded(value);
        return (first & 0x40) == 0 ? magnitude : -magnitude;
    }

    /// <summary>Exactly so many bytes, not copied.</summary>
    public ReadOnlySpan<byte> ReadBytes(long length)
    {
        if ((ulong)length > (ulong)rest.Length)
        {
            Fail();
            return default;
        }
        var taken = rest[..(int)length];
        rest = rest[(int)length..];
        return taken;
    }

    /// <summary>A length, and so many bytes, not copied.</summary>
    public ReadOnlySpan<byte> ReadBuffer() => ReadBytes(ReadVarUint());

    /// <summary>A length in bytes, and so many bytes of well-formed UTF-8; anything else is a fault.</summary>
    public ReadOnlySpan<byte> ReadUtf8()
    {
        var text = ReadBuffer();
        if (Utf8.IsValid(text))
            return text;
        Fail();
        return default;
    }

    /// <summary>As <see cref="ReadUtf8"/>, as text.</summary>
    public string ReadString() => Encoding.UTF8.GetString(ReadUtf8());

    private long Bounded(ulong value)
    {
        if (value <= (ulong)IntegerMax)
            return (long)value;
        Fail();
        return 0;
    }
}
