using System.Globalization;
using PartyRealtime.Yjs;
using PartyRealtime.Yjs.Limits;
using PartyRealtime.YjsTests.Hostile;

namespace PartyRealtime.YjsTests.Bench;

/// <summary>Prints the CPU time of updates as large as one may be that are made to cost as much as they can.</summary>
internal static class CostBench
{
    private const int Repeats = 3;

    public static void Run()
    {
        Console.WriteLine("the costliest updates                  kB    CPU ms");
        foreach (var (name, before, update) in Costly.All)
        {
            // The first is the compiler's.
            var best = Enumerable.Range(0, Repeats).Min(_ => Cost(before, update));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-36} {update.Length / 1000,5} {best,9:F0}"));
        }
    }

    private static double Cost(byte[] before, byte[] update)
    {
        var document = new YDocument();
        document.Apply(before, UpdateLimits.Default);
        var start = Environment.CpuUsage.TotalTime;
        if (document.Apply(update, UpdateLimits.Default) is { } refusal)
            throw new InvalidOperationException(refusal.ToString());
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    }
}
