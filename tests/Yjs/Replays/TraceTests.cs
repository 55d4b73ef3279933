using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using PartyRealtime.Yjs;
using PartyRealtime.Yjs.Limits;
using PartyRealtime.Yjs.Structs;
using PartyRealtime.YjsTests.Differential;
using PartyRealtime.YjsTests.RealYjs;

namespace PartyRealtime.YjsTests.Replays;

/// <summary>Recorded keystrokes of real people (NOTICE), authored by replicas of real Yjs and taken by ours.</summary>
public sealed class TraceTests : IClassFixture<YjsEngine>
{
    private readonly YjsEngine yjs;

    public TraceTests(YjsEngine yjs) => this.yjs = yjs;

    [Theory]
    [InlineData("rustcode")]
    [InlineData("friendsforever")]
    public void A_recorded_history_ends_with_its_text(string name)
    {
        var trace = Read(name);
        var updates = yjs.Author(trace);
        var document = new YDocument();
        var (memory, allocated, watch) = (GC.GetTotalMemory(true), GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
        foreach (var update in updates)
            Assert.Null(document.Apply(update, UpdateLimits.Default));
        var taking = watch.Elapsed;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        memory = GC.GetTotalMemory(true) - memory;
        Assert.Equal((string)JsonNode.Parse(trace)!["endContent"]!, document.Root("text", TypeKind.Text).Text());
        var state = document.EncodeState();
        Same.As(yjs.Replay(state).Dump, document, name);
        watch.Restart();
        Assert.Null(new YDocument().Apply(state, UpdateLimits.Stored));
        Print($"{name}: {updates.Count} updates taken in {taking.TotalMilliseconds:F0} ms, {allocated / updates.Count} bytes allocated for each");
        Print($"{name}: {memory / 1000} kB in memory, {document.StructCount} structs, told as {document.WeightBytes / 1000} kB");
        Print($"{name}: {state.Length / 1000} kB stored, loaded in {watch.Elapsed.TotalMilliseconds:F1} ms");
    }

    private static string Read(string name)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "traces", name + ".json.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        return reader.ReadToEnd();
    }

    private static void Print(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
