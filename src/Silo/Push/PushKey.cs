using System.Buffers.Binary;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Silo.Push;

/// <summary>What is followed, in 64 bits: seats are positive, documents negative.</summary>
internal static class PushKey
{
    public static long Of(SeatId seat) => seat.Value;

    public static long Of(DocumentId document)
    {
        Span<byte> bytes = stackalloc byte[16];
        document.Value.TryWriteBytes(bytes);
        return BinaryPrimitives.ReadInt64LittleEndian(bytes) | long.MinValue;
    }
}
