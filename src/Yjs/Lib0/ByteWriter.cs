using System.Text;

namespace PartyRealtime.Yjs.Lib0;

/// <summary>Writes the encoding of lib0 into a buffer that grows. Not for use by several threads.</summary>
public sealed class ByteWriter(int capacityBytes = 64)
{
    private byte[] buffer = new byte[capacityBytes];

    /// <summary>Bytes written.</summary>
    public int Length { get; private set; }

    /// <summary>What was written; gone with the next write.</summary>
    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, Length);

    /// <summary>A copy of what was written.</summary>
    public byte[] ToArray() => Written.ToArray();

    public void WriteByte(byte value)
    {
        Reserve(1)[0] = value;
        Length++;
    }

    /// <param name="value">0 to <see cref="ByteReader.IntegerMax"/>.</param>
    public void WriteVarUint(long value)
    {
        var target = Reserve(10);
        var count = 0;
        for (var left = (ulong)value; ; left >>= 7)
        {
            if (left < 0x80)
            {
                target[count++] = (byte)left;
                break;
            }
            target[count++] = (byte)(left | 0x80);
        }
        Length += count;
    }

    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>A length, and the bytes.</summary>
    public void WriteBuffer(ReadOnlySpan<byte> bytes)
    {
        WriteVarUint(bytes.Length);
        WriteBytes(bytes);
    }

    /// <summary>A length in bytes, and UTF-8; half a surrogate pair is written as U+FFFD, as browsers do.</summary>
    public void WriteString(ReadOnlySpan<char> text)
    {
        var count = Encoding.UTF8.GetByteCount(text);
        WriteVarUint(count);
        Length += Encoding.UTF8.GetBytes(text, Reserve(count));
    }

    private Span<byte> Reserve(int count)
    {
        if (buffer.Length - Length < count)
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, Length + count));
        return buffer.AsSpan(Length);
    }
}
