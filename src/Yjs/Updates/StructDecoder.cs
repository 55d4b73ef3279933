using PartyRealtime.Yjs.Lib0;
using PartyRealtime.Yjs.Limits;
using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.Yjs.Updates;

/// <summary>Reads the structs of one update, and holds the first reason for which it is refused.</summary>
internal sealed class StructDecoder(UpdateLimits limits)
{
    private readonly ContentDecoder contents = new(limits);

    /// <summary>Set where the bytes can be read and yet are not allowed.</summary>
    public UpdateRefusal? Refusal => refusal ?? contents.Refusal;

    private UpdateRefusal? refusal;

    /// <summary>Reads one struct into the list and gives the clock after it. Gaps leave nothing in the list.</summary>
    public long Read(ref ByteReader reader, Id id, List<Struct> structs)
    {
        var info = reader.ReadByte();
        var kind = info & StructKind.KindBits;
        if (kind is StructKind.Collected or StructKind.Gap)
            return ReadRun(ref reader, id, kind, structs);
        var item = ReadItem(ref reader, id, info);
        if (reader.Failed || item.End > ByteReader.IntegerMax)
        {
            reader.Fail();
            return id.Clock;
        }
        structs.Add(item);
        return item.End;
    }

    private long ReadRun(ref ByteReader reader, Id id, int kind, List<Struct> structs)
    {
        var length = reader.ReadVarUint();
        var end = id.Clock + length;
        if (end > ByteReader.IntegerMax || (length == 0 && !limits.TakesOddForms))
            reader.Fail();
        if (reader.Failed || length == 0 || kind == StructKind.Gap)
            return end;
        if (length > limits.StructUnitsMax)
            contents.Refuse(ref reader, UpdateRefusalCode.StructTooLong, length);
        else
            structs.Add(new CollectedRun(id, (int)length));
        return end;
    }

    private Item ReadItem(ref ByteReader reader, Id id, byte info)
    {
        var origin = (info & StructKind.HasOrigin) != 0 ? ReadId(ref reader, id) : Id.None;
        var rightOrigin = (info & StructKind.HasRightOrigin) != 0 ? ReadId(ref reader, id) : Id.None;
        Parent? parent = null;
        string? key = null;
        if (origin.IsNone && rightOrigin.IsNone)
        {
            parent = ReadParent(ref reader, id);
            if ((info & StructKind.HasKey) != 0)
                key = contents.ReadName(ref reader);
        }
        return new Item(id, origin, rightOrigin, parent, key, contents.Read(ref reader, info & StructKind.KindBits));
    }

    private Parent? ReadParent(ref ByteReader reader, Id id)
    {
        if (reader.ReadVarUint() != 1)
            return new ItemParent(ReadId(ref reader, id));
        var name = contents.ReadName(ref reader);
        if (!reader.Failed && limits.RootNames?.Contains(name) == false)
        {
            refusal = new UpdateRefusal(UpdateRefusalCode.RootUnknown, $"a name of {name.Length} units");
            reader.Fail();
        }
        return new RootParent(name);
    }

    /// <summary>An author knows only units of his own that came before: a later one would wait for itself.</summary>
    private static Id ReadId(ref ByteReader reader, Id self)
    {
        var id = new Id(reader.ReadVarUint(), reader.ReadVarUint());
        if (id.Client == self.Client && id.Clock >= self.Clock)
            reader.Fail();
        return id;
    }
}
