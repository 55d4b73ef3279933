using Microsoft.ClearScript;

namespace PartyRealtime.YjsTests.RealYjs;

/// <summary>Somebody who has a draft open with real Yjs; see oracle/src/drafts.js.</summary>
public sealed class DraftReader(YjsEngine yjs)
{
    private readonly object document = yjs.Oracle.InvokeMethod("person");

    /// <exception cref="ScriptEngineException">Real Yjs broke off at it.</exception>
    public void Hear(byte[] update) => yjs.Oracle.InvokeMethod("hear", document, yjs.ToScript(update));

    /// <summary>What is read, and known to be there, to be deleted and to wait.</summary>
    public string Read() => (string)yjs.Oracle.InvokeMethod("read", document);
}
