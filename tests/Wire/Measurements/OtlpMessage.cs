using System.Buffers.Binary;
using System.Text;

namespace PartyRealtime.WireTests.Measurements;

/// <summary>One protobuf message, read by field number; as much of the format as OTLP uses.</summary>
internal sealed class OtlpMessage
{
    private readonly List<(int Field, byte[] Bytes)> _fields = [];

    public OtlpMessage(ReadOnlySpan<byte> message)
    {
        while (message.Length > 0)
        {
            var tag = Varint(ref message);
            var length = (tag & 7) switch { 1 => 8, 2 => (int)Varint(ref message), 5 => 4, _ => 0 };
            if ((tag & 7) == 0)
            {
                var number = new byte[8];
                BinaryPrimitives.WriteUInt64LittleEndian(number, Varint(ref message));
                _fields.Add(((int)(tag >> 3), number));
                continue;
            }

            _fields.Add(((int)(tag >> 3), message[..length].ToArray()));
            message = message[length..];
        }
    }

    public IEnumerable<OtlpMessage> All(int field) => _fields.Where(part => part.Field == field).Select(part => new OtlpMessage(part.Bytes));

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field));

    public string Hex(int field) => Convert.ToHexStringLower(Bytes(field));

    private byte[] Bytes(int field) => _fields.FirstOrDefault(part => part.Field == field).Bytes ?? [];

    private static ulong Varint(ref ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[0];
            bytes = bytes[1..];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }
    }
}
