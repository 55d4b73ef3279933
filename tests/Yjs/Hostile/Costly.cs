using PartyRealtime.Yjs.Lib0;

namespace PartyRealtime.YjsTests.Hostile;

/// <summary>Updates as large as one may be, each made to cost as much of one kind of work as it can.</summary>
internal static class Costly
{
    // First bytes of structs: the kind, and which neighbours follow.
    private const byte Text = 4, Embed = 5, WithOrigin = 0x80, WithRightOrigin = 0x40;

    private const int Author = 1;
    private const int Attacker = 2;

    /// <summary>Items that are never joined, in one list.</summary>
    public const int ListItems = 60_000;

    /// <summary>As many as an update takes.</summary>
    public const int Items = 65_000;

    public const int Clients = 19_000;
    public const int Waiting = 9_000;
    public const int Deletions = 150_000;

    private const int TextUnits = 400_000;

    /// <summary>What a document holds before, and the update.</summary>
    public static (string Name, byte[] Before, byte[] Update)[] All =>
    [
        ("neighbours at both ends of a list", List(), Of(Attacker, Items, _ => (0, ListItems - 1))),
        ("neighbours the other way round", List(), Of(Attacker, Items, _ => (ListItems - 1, 0))),
        ("always between the same two", List(), Between()),
        ("many who write at one place", [0, 0], Crowd()),
        ("many who wait for one who waits", [0, 0], Sleepers()),
        ("deletions in front of a long list", TextBeforeList(), Scattered()),
        ("items in front of a long list", TextBeforeList(), Of(Attacker, Items, item => (item * 4, item * 4 + 1))),
    ];

    /// <summary>In the root "text" a list of items behind each other.</summary>
    private static byte[] List() => Update(writer =>
    {
        WriteBlock(writer, Author, ListItems);
        WriteInRoot(writer);
        WriteList(writer, 1, ListItems);
    });

    /// <summary>A long text in the root, and behind it the list.</summary>
    private static byte[] TextBeforeList() => Update(writer =>
    {
        WriteBlock(writer, Author, ListItems);
        WriteRoot(writer, Text);
        writer.WriteString(new string('x', TextUnits));
        WriteList(writer, TextUnits, TextUnits + ListItems - 1);
    });

    /// <summary>Items that saw these two units of the author.</summary>
    private static byte[] Of(int client, int items, Func<int, (int Left, int Right)> neighbours) => Update(writer =>
    {
        WriteBlock(writer, client, items);
        for (var item = 0; item < items; item++)
        {
            var (left, right) = neighbours(item);
            writer.WriteByte(Embed | WithOrigin | WithRightOrigin);
            WriteId(writer, Author, left);
            WriteId(writer, Author, right);
            writer.WriteString("1");
        }
    });

    /// <summary>Each before the last one, and all behind the list's first.</summary>
    private static byte[] Between() => Update(writer =>
    {
        WriteBlock(writer, Attacker, Items);
        for (var item = 0; item < Items; item++)
        {
            writer.WriteByte(Embed | WithOrigin | WithRightOrigin);
            WriteId(writer, Author, 0);
            WriteId(writer, item == 0 ? Author : Attacker, item == 0 ? 1 : item - 1);
            writer.WriteString("1");
        }
    });

    private static byte[] Crowd() => Of(writer =>
    {
        writer.WriteVarUint(Clients);
        for (var client = Clients; client > 0; client--)
        {
            WriteBlock(writer, client, 1);
            WriteInRoot(writer);
        }
        writer.WriteVarUint(0);
    });

    /// <summary>
    /// One rests, item by item, on another's, and the other's on his; all others rest on the last one of his.
    /// </summary>
    private static byte[] Sleepers() => Of(writer =>
    {
        writer.WriteVarUint(Waiting + 2);
        WriteZip(writer, Attacker, other: Author, behind: 0);
        WriteZip(writer, Author, other: Attacker, behind: 1);
        for (var client = Attacker + 1; client <= Attacker + Waiting; client++)
        {
            WriteBlock(writer, client, 1);
            writer.WriteByte(Embed | WithOrigin);
            WriteId(writer, Author, Waiting - 1);
            writer.WriteString("1");
        }
        writer.WriteVarUint(0);
    });

    private static void WriteZip(ByteWriter writer, int client, int other, int behind)
    {
        WriteBlock(writer, client, Waiting);
        for (var item = 0; item < Waiting; item++)
        {
            if (item < behind)
            {
                WriteInRoot(writer);
                continue;
            }
            writer.WriteByte(Embed | WithOrigin);
            WriteId(writer, other, item - behind);
            writer.WriteString("1");
        }
    }

    /// <summary>Every other unit of the text.</summary>
    private static byte[] Scattered() => Of(writer =>
    {
        writer.WriteVarUint(0);
        writer.WriteVarUint(1);
        writer.WriteVarUint(Author);
        writer.WriteVarUint(Deletions);
        for (var range = 0; range < Deletions; range++)
        {
            writer.WriteVarUint(range * 2);
            writer.WriteVarUint(1);
        }
    });

    private static byte[] Of(Action<ByteWriter> write)
    {
        var writer = new ByteWriter();
        write(writer);
        return writer.ToArray();
    }

    /// <summary>Of one client, without deletions.</summary>
    private static byte[] Update(Action<ByteWriter> write) => Of(writer =>
    {
        writer.WriteVarUint(1);
        write(writer);
        writer.WriteVarUint(0);
    });

    private static void WriteBlock(ByteWriter writer, int client, int structs)
    {
        writer.WriteVarUint(structs);
        writer.WriteVarUint(client);
        writer.WriteVarUint(0);
    }

    private static void WriteInRoot(ByteWriter writer)
    {
        WriteRoot(writer, Embed);
        writer.WriteString("1");
    }

    private static void WriteRoot(ByteWriter writer, byte kind)
    {
        writer.WriteByte(kind);
        writer.WriteVarUint(1);
        writer.WriteString("text");
    }

    private static void WriteList(ByteWriter writer, int from, int to)
    {
        for (var clock = from; clock < to; clock++)
        {
            writer.WriteByte(Embed | WithOrigin);
            WriteId(writer, Author, clock - 1);
            writer.WriteString("1");
        }
    }

    private static void WriteId(ByteWriter writer, int client, int clock)
    {
        writer.WriteVarUint(client);
        writer.WriteVarUint(clock);
    }
}
