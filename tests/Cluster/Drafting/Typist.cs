using System.Text;

namespace PartyRealtime.ClusterTests.Drafting;

/// <summary>A Yjs client that types: it makes updates (format v1) as an editor makes them, a paragraph first, then letter by letter.</summary>
/// <param name="client">The client's id, under 2^31.</param>
internal sealed class Typist(int client)
{
    private const byte HasLeft = 0x80;
    private const byte Text = 4;
    private const byte SharedType = 7;
    private const byte XmlElement = 3;
    private const byte XmlText = 6;

    private long clock;

    /// <summary>A paragraph at the end of the page, with a first text in it.</summary>
    public byte[] Begin(string text, string root = "default")
    {
        var first = clock;
        var update = Head(structs: 3);
        update.AddRange([SharedType, 1, .. Letters(root), XmlElement, .. Letters("paragraph")]);
        update.AddRange([SharedType, 0, .. Id(first), XmlText]);
        update.AddRange([Text, 0, .. Id(first + 1), .. Letters(text)]);
        clock += 2 + text.Length;
        return [.. update, 0];
    }

    /// <summary>More text behind what this client typed last.</summary>
    public byte[] Type(string text)
    {
        var update = Head(structs: 1);
        update.AddRange([Text | HasLeft, .. Id(clock - 1), .. Letters(text)]);
        clock += text.Length;
        return [.. update, 0];
    }

    /// <summary>Text behind what another client typed last, in its paragraph.</summary>
    public byte[] TypeBehind(Typist other, string text)
    {
        var update = Head(structs: 1);
        update.AddRange([Text | HasLeft, .. other.Id(other.clock - 1), .. Letters(text)]);
        clock += text.Length;
        return [.. update, 0];
    }

    private List<byte> Head(int structs) => [1, (byte)structs, .. Number(client), .. Number(clock)];

    private byte[] Id(long at) => [.. Number(client), .. Number(at)];

    private static byte[] Letters(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return [.. Number(bytes.Length), .. bytes];
    }

    private static byte[] Number(long value)
    {
        var bytes = new List<byte>();
        for (; value > 127; value >>= 7)
            bytes.Add((byte)(value | 128));
        return [.. bytes, (byte)value];
    }
}
