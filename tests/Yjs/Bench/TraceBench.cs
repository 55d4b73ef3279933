using System.Buffers.Binary;
using System.Globalization;
using PartyRealtime.Yjs;
using PartyRealtime.Yjs.Limits;

namespace PartyRealtime.YjsTests.Bench;

/// <summary>
/// Takes the updates of recorded histories that oracle/bench.js left in a folder, and prints what that script prints of real
/// Yjs: update by update, the memory of the document, and what a late joiner costs.
/// </summary>
internal static class TraceBench
{
    private const int Repeats = 50;

    public static int Run(string folder)
    {
        var files = Directory.GetFiles(folder, "*.updates").Order(StringComparer.Ordinal).ToList();
        // The first round is the compiler's.
        foreach (var file in files)
            Take(Read(file));
        foreach (var file in files)
            Print(Path.GetFileNameWithoutExtension(file), Read(file));
        CostBench.Run();
        return files.Count > 0 ? 0 : 1;
    }

    private static void Print(string name, List<byte[]> updates)
    {
        var (memory, allocated, start) = (GC.GetTotalMemory(true), GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.TotalTime);
        var document = Take(updates);
        var seconds = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        memory = GC.GetTotalMemory(true) - memory;
        var state = document.EncodeState();
        var join = Cost(() => document.EncodeState());
        var load = Cost(() => new YDocument().Apply(state, UpdateLimits.Stored));
        GC.KeepAlive(document);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-16} {"ours",-10} {updates.Count,8} {updates.Count / seconds,10:F0} {memory / 1e6,10:F2} {state.Length / 1000,8} {join,10:F2} {load,10:F2}  {allocated / updates.Count} bytes allocated an update"));
    }

    private static YDocument Take(List<byte[]> updates)
    {
        var document = new YDocument();
        foreach (var update in updates)
        {
            if (document.Apply(update, UpdateLimits.Default) is { } refusal)
                throw new InvalidOperationException(refusal.ToString());
        }
        return document;
    }

    /// <summary>Milliseconds of CPU: a busy machine must not spoil the comparison.</summary>
    private static double Cost(Action act)
    {
        var start = Environment.CpuUsage.TotalTime;
        for (var repeat = 0; repeat < Repeats; repeat++)
            act();
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds / Repeats;
    }

    /// <summary>Each update behind its length in four bytes.</summary>
    private static List<byte[]> Read(string file)
    {
        var updates = new List<byte[]>();
        ReadOnlySpan<byte> rest = File.ReadAllBytes(file);
        while (!rest.IsEmpty)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(rest);
            updates.Add(rest.Slice(4, length).ToArray());
            rest = rest[(4 + length)..];
        }
        return updates;
    }
}
