using System.Buffers.Binary;
using System.Buffers.Text;

namespace PartyRealtime.Storage.Inbox;

/// <summary>
/// The last item of a page in list order: newest arrival first, then by seat, then the later arrival of the seat.
/// </summary>
internal readonly record struct PageCursor(long ArrivedAtMs, int Seat, long ArrivedSeq)
{
    private const int Size = 20;

    /// <summary>Where the list of another seat goes on after this item.</summary>
    public PageCursor In(int seat)
    {
        var sequence = seat == Seat ? ArrivedSeq : seat < Seat ? long.MinValue : long.MaxValue;
        return new PageCursor(ArrivedAtMs, seat, sequence);
    }

    /// <summary>Before every item.</summary>
    public static PageCursor Start { get; } = new(long.MaxValue, 0, long.MaxValue);

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        BinaryPrimitives.WriteInt64BigEndian(bytes, ArrivedAtMs);
        BinaryPrimitives.WriteInt32BigEndian(bytes[8..], Seat);
        BinaryPrimitives.WriteInt64BigEndian(bytes[12..], ArrivedSeq);
        return Base64Url.EncodeToString(bytes);
    }

    public static bool TryParse(string text, out PageCursor cursor)
    {
        cursor = default;
        Span<byte> bytes = stackalloc byte[Size];
        if (text.Length > 2 * Size || !Base64Url.IsValid(text, out var length) || length != Size)
            return false;
        Base64Url.DecodeFromChars(text, bytes);
        cursor = new PageCursor(
            BinaryPrimitives.ReadInt64BigEndian(bytes),
            BinaryPrimitives.ReadInt32BigEndian(bytes[8..]),
            BinaryPrimitives.ReadInt64BigEndian(bytes[12..]));
        return true;
    }
}
