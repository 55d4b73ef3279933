using System.Diagnostics;
using PartyRealtime.Yjs;
using PartyRealtime.Yjs.Limits;

namespace PartyRealtime.YjsTests.Hostile;

public sealed class BombTests
{
    // A hundred times what it takes: a busy machine must not fail it, and work by a claimed length must.
    private static readonly TimeSpan Quickly = TimeSpan.FromSeconds(2);
    private const long BytesMax = 64_000_000;

    public static TheoryData<string> Names => [.. Bombs.All.Select(bomb => bomb.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_bomb_is_refused_at_once_and_changes_nothing(string name)
    {
        var (_, code, update) = Array.Find(Bombs.All, bomb => bomb.Name == name);
        var document = new YDocument();
        var before = document.EncodeState();
        var (watch, allocated) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
        var refusal = document.Apply(update, UpdateLimits.Default);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Quickly);
        Assert.InRange(allocated, 0, BytesMax);
        Assert.Equal(code, refusal?.Code);
        Assert.Equal(before, document.EncodeState());
    }
}
