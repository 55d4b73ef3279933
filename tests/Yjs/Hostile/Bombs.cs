using PartyRealtime.Yjs.Lib0;
using PartyRealtime.Yjs.Limits;

namespace PartyRealtime.YjsTests.Hostile;

/// <summary>Updates that claim much, or hold much in few bytes.</summary>
internal static class Bombs
{
    private const int Client = 7;

    // First bytes of structs: the kind, and that a left origin follows.
    private const byte Run = 0, Text = 4, Embed = 5, Type = 7, Any = 8, WithOrigin = 0x80;

    public static (string Name, UpdateRefusalCode Code, byte[] Update)[] All =>
    [
        ("2^31 structs", UpdateRefusalCode.Malformed, Update(1L << 31, clock: 0, _ => { })),
        ("2^40 clients", UpdateRefusalCode.Malformed, Of(writer => writer.WriteVarUint(1L << 40))),
        ("2^40 ranges of deletions", UpdateRefusalCode.Malformed, Deletions(writer => writer.WriteVarUint(1L << 40))),
        ("a text of 2^31 bytes", UpdateRefusalCode.Malformed, Update(1, clock: 0, writer => WriteInRoot(writer, Text, 1L << 31))),
        ("2^50 values", UpdateRefusalCode.Malformed, Update(1, clock: 0, writer => WriteInRoot(writer, Any, 1L << 50))),
        ("values nested 400,000 deep", UpdateRefusalCode.Malformed, Update(1, clock: 0, WriteNestedValues)),
        ("JSON nested 400,000 deep", UpdateRefusalCode.Malformed, Update(1, clock: 0, WriteNestedJson)),
        ("types nested 100,000 deep", UpdateRefusalCode.NestingTooDeep, Update(100_000, clock: 0, WriteNestedTypes)),
        ("a run of 2^40 units", UpdateRefusalCode.StructTooLong, Update(1, clock: 0, writer => WriteRun(writer, 1L << 40))),
        ("a client that begins at 2^52", UpdateRefusalCode.ClockTooFarAhead, Update(1, 1L << 52, writer => WriteRun(writer, 1))),
        ("a deletion of 2^52 units", UpdateRefusalCode.ClockTooFarAhead, Deletions(writer => WriteRange(writer, 0, 1L << 52))),
        ("30,000 clients", UpdateRefusalCode.ClientsTooMany, ManyClients(30_000)),
        ("2,000 structs that wait", UpdateRefusalCode.PendingTooMany, Update(2_000, clock: 0, WriteOrphans)),
        ("2,000 deletions that wait", UpdateRefusalCode.PendingTooMany, Deletions(WriteScatteredRanges)),
        ("two megabytes", UpdateRefusalCode.UpdateTooLarge, new byte[2_000_000]),
    ];

    private static byte[] Of(Action<ByteWriter> write)
    {
        var writer = new ByteWriter();
        write(writer);
        return writer.ToArray();
    }

    private static byte[] Update(long structs, long clock, Action<ByteWriter> write) => Of(writer =>
    {
        writer.WriteVarUint(1);
        writer.WriteVarUint(structs);
        writer.WriteVarUint(Client);
        writer.WriteVarUint(clock);
        write(writer);
        writer.WriteVarUint(0);
    });

    private static byte[] Deletions(Action<ByteWriter> writeRanges) => Of(writer =>
    {
        writer.WriteVarUint(0);
        writer.WriteVarUint(1);
        writer.WriteVarUint(Client);
        writeRanges(writer);
    });

    private static byte[] ManyClients(int count) => Of(writer =>
    {
        writer.WriteVarUint(count);
        for (var client = 1; client <= count; client++)
        {
            writer.WriteVarUint(1);
            writer.WriteVarUint(client);
            writer.WriteVarUint(0);
            WriteRun(writer, 1);
        }
        writer.WriteVarUint(0);
    });

    private static void WriteRun(ByteWriter writer, long units)
    {
        writer.WriteByte(Run);
        writer.WriteVarUint(units);
    }

    private static void WriteInRoot(ByteWriter writer, byte kind, long count)
    {
        writer.WriteByte(kind);
        writer.WriteVarUint(1);
        writer.WriteString("text");
        writer.WriteVarUint(count);
    }

    private static void WriteNestedValues(ByteWriter writer)
    {
        WriteInRoot(writer, Any, 1);
        for (var depth = 0; depth < 400_000; depth++)
            writer.WriteBytes([117, 1]);
    }

    private static void WriteNestedJson(ByteWriter writer)
    {
        WriteInRoot(writer, Embed, 800_000);
        writer.WriteBytes(System.Text.Encoding.ASCII.GetBytes(new string('[', 400_000) + new string(']', 400_000)));
    }

    private static void WriteNestedTypes(ByteWriter writer)
    {
        WriteInRoot(writer, Type, 0);
        for (var clock = 0; clock < 99_999; clock++)
        {
            writer.WriteByte(Type);
            writer.WriteVarUint(0);
            writer.WriteVarUint(Client);
            writer.WriteVarUint(clock);
            writer.WriteVarUint(0);
        }
    }

    private static void WriteOrphans(ByteWriter writer)
    {
        for (var count = 0; count < 2_000; count++)
        {
            writer.WriteByte(Text | WithOrigin);
            writer.WriteVarUint(99);
            writer.WriteVarUint(count);
            writer.WriteString("x");
        }
    }

    private static void WriteRange(ByteWriter writer, long clock, long units)
    {
        writer.WriteVarUint(1);
        writer.WriteVarUint(clock);
        writer.WriteVarUint(units);
    }

    private static void WriteScatteredRanges(ByteWriter writer)
    {
        writer.WriteVarUint(2_000);
        for (var index = 0; index < 2_000; index++)
        {
            writer.WriteVarUint(index * 3);
            writer.WriteVarUint(1);
        }
    }
}
