using System.Text;
using PartyRealtime.Yjs.Contents;
using PartyRealtime.Yjs.Lib0;
using PartyRealtime.Yjs.Limits;
using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.Yjs.Updates;

/// <summary>Reads what items hold.</summary>
internal sealed class ContentDecoder(UpdateLimits limits)
{
    // Stands where reading failed: the item that holds it is thrown away.
    private static readonly DeletedContent Nothing = new(1);

    public UpdateRefusal? Refusal { get; private set; }

    public Content Read(ref ByteReader reader, int kind)
    {
        Content content = kind switch
        {
            StructKind.Deleted => ReadDeleted(ref reader),
            StructKind.Json => ReadJson(ref reader),
            StructKind.Bytes => new BytesContent(reader.ReadBuffer().ToArray()),
            StructKind.Text => ReadText(ref reader),
            StructKind.Embed => new EmbedContent(ReadJsonText(ref reader)),
            StructKind.Format => new FormatContent(ReadName(ref reader), ReadJsonText(ref reader)),
            StructKind.Type => ReadType(ref reader),
            StructKind.Any => ReadAny(ref reader),
            StructKind.Subdocument => new SubdocumentContent(reader.ReadString(), AnyValues.ReadRaw(ref reader).ToArray()),
            _ => Nothing,
        };
        if (content.Length == 0 || kind > StructKind.Subdocument)
            reader.Fail();
        if (content.Length > limits.StructUnitsMax)
            Refuse(ref reader, UpdateRefusalCode.StructTooLong, content.Length);
        return reader.Failed ? Nothing : content;
    }

    /// <summary>The name of a root, a key, an attribute or a tag.</summary>
    public string ReadName(ref ByteReader reader)
    {
        var name = reader.ReadString();
        if (name.Length > limits.NameUnitsMax)
            Refuse(ref reader, UpdateRefusalCode.NameTooLong, name.Length);
        return name;
    }

    public void Refuse(ref ByteReader reader, UpdateRefusalCode code, long units)
    {
        if (!reader.Failed)
            Refusal = new UpdateRefusal(code, $"{units} units");
        reader.Fail();
    }

    private DeletedContent ReadDeleted(ref ByteReader reader)
    {
        var length = reader.ReadVarUint();
        if (length <= limits.StructUnitsMax)
            return new DeletedContent((int)length);
        Refuse(ref reader, UpdateRefusalCode.StructTooLong, length);
        return Nothing;
    }

    private static TextContent ReadText(ref ByteReader reader)
    {
        var utf8 = reader.ReadUtf8();
        var units = new char[Encoding.UTF8.GetCharCount(utf8)];
        Encoding.UTF8.GetChars(utf8, units);
        return new TextContent(units);
    }

    private static string ReadJsonText(ref ByteReader reader)
    {
        var utf8 = reader.ReadUtf8();
        if (!reader.Failed && !JsonTexts.IsReadable(utf8))
            reader.Fail();
        return utf8 switch
        {
            _ when utf8.SequenceEqual("null"u8) => "null",
            _ when utf8.SequenceEqual("true"u8) => "true",
            _ => Encoding.UTF8.GetString(utf8),
        };
    }

    private static JsonContent ReadJson(ref ByteReader reader)
    {
        var count = reader.ReadVarUint();
        var values = new List<string>((int)Math.Min(count, reader.Remaining));
        for (; count > 0 && !reader.Failed; count--)
        {
            var utf8 = reader.ReadUtf8();
            if (!utf8.SequenceEqual("undefined"u8) && !JsonTexts.IsReadable(utf8))
                reader.Fail();
            values.Add(Encoding.UTF8.GetString(utf8));
        }
        return new JsonContent(values);
    }

    private static AnyContent ReadAny(ref ByteReader reader)
    {
        var count = reader.ReadVarUint();
        var values = new List<byte[]>((int)Math.Min(count, reader.Remaining));
        for (; count > 0 && !reader.Failed; count--)
            values.Add(AnyValues.ReadRaw(ref reader).ToArray());
        return new AnyContent(values);
    }

    private TypeContent ReadType(ref ByteReader reader)
    {
        var kind = reader.ReadVarUint();
        if (kind > (int)TypeKind.XmlText)
            reader.Fail();
        var named = (TypeKind)kind is TypeKind.XmlElement or TypeKind.XmlHook;
        return new TypeContent(new SharedType((TypeKind)kind, named ? ReadName(ref reader) : null));
    }
}
