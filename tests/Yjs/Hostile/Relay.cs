using System.Collections.Immutable;
using PartyRealtime.Yjs;
using PartyRealtime.Yjs.Limits;
using PartyRealtime.YjsTests.RealYjs;

namespace PartyRealtime.YjsTests.Hostile;

/// <summary>A server's document of a draft, and somebody with real Yjs who has been there from the beginning.</summary>
internal sealed class Relay(YjsEngine yjs)
{
    private readonly YDocument document = new();
    private readonly DraftReader there = new(yjs);

    /// <summary>What is taken in drafts: of one root only, and nothing that would have to wait.</summary>
    public static UpdateLimits Limits { get; } = UpdateLimits.Default with
    {
        RootNames = ImmutableHashSet.Create(StringComparer.Ordinal, "default"),
        PendingStructsMax = 0,
        PendingDeletionsMax = 0,
    };

    /// <summary>What was stored and passed on, in its order.</summary>
    public List<byte[]> Told { get; } = [];

    /// <summary>Takes an update as a server does; false where it was refused or said nothing new.</summary>
    public bool Take(byte[] update)
    {
        if (document.Prepare(update, Limits, out _) is not { AddsNothing: false } prepared)
            return false;
        Told.Add(document.Commit(prepared) ?? update);
        there.Hear(Told[^1]);
        return true;
    }

    /// <summary>Who was there, who comes now, and who comes after the server has read its log anew, read the same.</summary>
    public void AssertSame(string what)
    {
        var loaded = new YDocument();
        foreach (var told in Told)
            Assert.Null(loaded.Apply(told, UpdateLimits.Stored));
        var read = there.Read();
        Same(read, document, what);
        Same(read, loaded, what);
    }

    private void Same(string read, YDocument held, string what)
    {
        var late = new DraftReader(yjs);
        late.Hear(held.EncodeState());
        Assert.True(read == late.Read(), $"{what}\nthere {read}\nlate  {late.Read()}\n{string.Join('\n', Told.Select(Convert.ToHexString))}");
    }
}
