namespace PartyRealtime.Web.Drafting;

/// <summary>One message in every framing that a room's sockets ask for, each written once. Not for several threads.</summary>
/// <param name="write">Writes it for a document's name; null for y-websocket, which sends no name.</param>
internal sealed class DraftFrames(Func<string?, byte[]> write)
{
    private readonly Dictionary<string, byte[]> _named = [];
    private byte[]? _nameless;

    public byte[] For(string? name)
    {
        if (name is null)
            return _nameless ??= write(null);
        if (!_named.TryGetValue(name, out var frame))
            _named[name] = frame = write(name);
        return frame;
    }
}
