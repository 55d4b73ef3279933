using Microsoft.ClearScript;

namespace PartyRealtime.YjsTests.RealYjs;

/// <summary>Frames as the packages of y-websocket and Hocuspocus write and read them; see oracle/src/protocols.js.</summary>
public sealed class ClientFrames(YjsEngine yjs)
{
    public byte[] Hocuspocus(string name, string document) => YjsEngine.Copy(yjs.Oracle.InvokeMethod("hocuspocusFrame", name, document));

    public byte[] Websocket(string name) => YjsEngine.Copy(yjs.Oracle.InvokeMethod("websocketFrame", name));

    /// <summary>The state vector, the update and the awareness update that the frames carry.</summary>
    public (byte[] Vector, byte[] Update, byte[] Awareness) Parts()
    {
        var parts = (ScriptObject)yjs.Oracle.InvokeMethod("subjectParts");
        return (YjsEngine.Copy(parts["vector"]), YjsEngine.Copy(parts["update"]), YjsEngine.Copy(parts["awareness"]));
    }

    /// <summary>What a client understands of a frame: document, kind, content, and whether bytes are left over.</summary>
    public string Understood(byte[] frame, bool named) => (string)yjs.Oracle.InvokeMethod("understood", yjs.ToScript(frame), named);

    /// <summary>Client, clock and state of each that is there after these awareness updates.</summary>
    public string Present(IEnumerable<byte[]> updates) => (string)yjs.Oracle.InvokeMethod("present", [.. updates.Select(yjs.ToScript)]);
}
