using Microsoft.ClearScript;
using PartyRealtime.Yjs;
using PartyRealtime.Yjs.Limits;
using PartyRealtime.YjsTests.RealYjs;

namespace PartyRealtime.YjsTests.Regressions;

/// <summary>
/// A deletion of no units was passed over and the update relayed as it came; real Yjs breaks off at it, so that the deletions
/// behind it were carried out here and at nobody's who was there.
/// </summary>
public sealed class NothingDeletedTests(YjsEngine yjs) : IClassFixture<YjsEngine>
{
    /// <summary>Of client 7 no unit from clock 0 on.</summary>
    private static readonly byte[] Deletion = Convert.FromHexString("00" + "010701" + "0000");

    /// <summary>A collected run of client 7 with no units.</summary>
    private static readonly byte[] Run = Convert.FromHexString("010107000000" + "00");

    [Fact]
    public void A_deletion_or_a_run_of_nothing_is_malformed()
    {
        foreach (var update in new[] { Deletion, Run })
        {
            Assert.Equal(UpdateRefusalCode.Malformed, new YDocument().Apply(update, UpdateLimits.Default)?.Code);
            // What was taken before can still be loaded.
            Assert.Null(new YDocument().Apply(update, UpdateLimits.Stored));
        }
    }

    [Fact]
    public void Real_Yjs_breaks_off_at_a_deletion_of_nothing() => Assert.Throws<ScriptEngineException>(() => yjs.Replay(Deletion));
}
