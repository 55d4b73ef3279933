using Microsoft.ClearScript;
using Microsoft.ClearScript.JavaScript;
using Microsoft.ClearScript.V8;

namespace PartyRealtime.YjsTests.RealYjs;

/// <summary>Real Yjs, in V8: what the tests hold our own engine against. Not for use by several threads at once.</summary>
public sealed class YjsEngine : IDisposable
{
    private readonly V8ScriptEngine engine = new();
    private readonly ScriptObject oracle;

    public YjsEngine()
    {
        engine.Execute(new DocumentInfo("oracle.js"), File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "oracle.js")));
        oracle = (ScriptObject)engine.Script.oracle;
    }

    /// <summary>A random history of two or three authors who write at once; it follows from the seed.</summary>
    public History History(int seed, int acts, bool format)
    {
        var made = (ScriptObject)oracle.InvokeMethod("history", seed, acts, format);
        return new History(seed, Bytes(made["updates"]), (string)made["dump"], (bool)made["agreed"]);
    }

    /// <summary>A fresh replica of Yjs that hears these updates in this order.</summary>
    public Replica Replay(params IEnumerable<byte[]> updates)
    {
        var made = (ScriptObject)oracle.InvokeMethod("replay", [.. updates.Select(ToScript)]);
        return new Replica((string)made["dump"], Copy(made["stateVector"]), Copy(made["state"]), (bool)made["waits"]);
    }

    /// <summary>The updates by which real Yjs authors a recorded history, in an order in which each follows what it rests on.</summary>
    /// <param name="trace">A file of "editing-traces" as it is.</param>
    public IReadOnlyList<byte[]> Author(string trace) => Bytes(oracle.InvokeMethod("author", trace));

    /// <summary>An editor's document as y-prosemirror puts it into Yjs, and as it reads it again.</summary>
    public (byte[] Update, string Json) Write(string prosemirrorJson)
    {
        var made = (ScriptObject)oracle.InvokeMethod("written", prosemirrorJson);
        return (Copy(made["update"]), (string)made["json"]);
    }

    /// <summary>A random history of two or three people at editors, and the page that y-prosemirror reads at its end.</summary>
    public (IReadOnlyList<byte[]> Updates, string Json) Pages(int seed, int acts)
    {
        var made = (ScriptObject)oracle.InvokeMethod("pages", seed, acts);
        return (Bytes(made["updates"]), (string)made["json"]);
    }

    /// <summary>So many updates of one new author of a draft, each of which rests on those before it.</summary>
    public IReadOnlyList<byte[]> Draft(int seed, int updates) => Bytes(oracle.InvokeMethod("drafted", seed, updates));

    /// <summary>The functions of oracle/src/oracle.js.</summary>
    internal ScriptObject Oracle => oracle;

    public void Dispose()
    {
        oracle.Dispose();
        engine.Dispose();
    }

    private static List<byte[]> Bytes(object list)
    {
        var array = (ScriptObject)list;
        return [.. array.PropertyIndices.Select(index => Copy(array[index]))];
    }

    internal static byte[] Copy(object bytes) => ((ITypedArray<byte>)bytes).ToArray();

    internal object ToScript(byte[] bytes)
    {
        var target = oracle.InvokeMethod("bytes", bytes.Length);
        if (bytes.Length > 0)
            ((ITypedArray<byte>)target).Write(bytes, 0, (ulong)bytes.Length, 0);
        return target;
    }
}
