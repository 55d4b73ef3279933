using PartyRealtime.Yjs.Lib0;

namespace PartyRealtime.Yjs.Contents;

/// <summary>
/// UTF-16 units in a buffer with room to grow: typing on after a long paste costs the letter, not a copy of the paste.
/// A pair that is cut in two leaves U+FFFD on both sides, as in Yjs, so that both sides are text.
/// </summary>
internal sealed class TextContent : Content
{
    private const char Replacement = '\uFFFD';

    private char[] units;
    private int start;
    private int length;

    /// <param name="units">Not copied: the content owns it from here on.</param>
    public TextContent(char[] units) : this(units, 0, units.Length)
    {
    }

    private TextContent(char[] units, int start, int length)
    {
        this.units = units;
        this.start = start;
        this.length = length;
    }

    public override byte Kind => Structs.StructKind.Text;

    public override int Length => length;

    public override int WeightBytes => 2 * length;

    public ReadOnlySpan<char> Text => units.AsSpan(start, length);

    public override Content SliceFrom(int offset)
    {
        var tail = Text[offset..].ToArray();
        if (char.IsHighSurrogate(Text[offset - 1]))
            tail[0] = Replacement;
        return new TextContent(tail);
    }

    /// <summary>The shorter part is copied and the longer keeps the buffer: however often a text is cut, a unit is copied log n times.</summary>
    public override Content Split(int offset)
    {
        var cutsPair = char.IsHighSurrogate(Text[offset - 1]);
        TextContent tail;
        if (offset < length - offset)
        {
            tail = new TextContent(units, start + offset, length - offset);
            (units, start) = (Text[..offset].ToArray(), 0);
        }
        else
        {
            tail = new TextContent(Text[offset..].ToArray());
        }
        length = offset;
        if (cutsPair)
            units[start + offset - 1] = tail.units[tail.start] = Replacement;
        Trim();
        tail.Trim();
        return tail;
    }

    public override bool TryAppend(Content next)
    {
        if (next is not TextContent text)
            return false;
        var needed = start + length + text.length;
        if (needed > units.Length)
        {
            var grown = new char[Math.Max(length + text.length, length + length / 2 + 4)];
            Text.CopyTo(grown);
            (units, start) = (grown, 0);
        }
        text.Text.CopyTo(units.AsSpan(start + length));
        length += text.length;
        return true;
    }

    public override void Write(ByteWriter writer, int offset) => writer.WriteString(Text[offset..]);

    /// <summary>A small rest does not hold on to a large buffer.</summary>
    private void Trim()
    {
        if (length * 2 < units.Length)
            (units, start) = (Text.ToArray(), 0);
    }
}
