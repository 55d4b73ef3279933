using System.Text.Json.Nodes;
using PartyRealtime.Yjs;

namespace PartyRealtime.YjsTests.Differential;

internal static class Same
{
    /// <summary>Same state vector, deletions and content. Bytes may differ: those of two replicas of Yjs do.</summary>
    public static void As(string dump, YDocument document, string what)
    {
        var ours = DocumentDump.Of(document);
        var theirs = JsonNode.Parse(dump)!;
        if (JsonNode.DeepEquals(ours, theirs))
            return;
        foreach (var part in (ReadOnlySpan<string>)["state", "deleted", "content"])
            Assert.True(JsonNode.DeepEquals(ours[part], theirs[part]), $"{what}: {part}\nours   {ours[part]?.ToJsonString()}\ntheirs {theirs[part]?.ToJsonString()}");
    }

    /// <summary>As for a document, of two dumps.</summary>
    public static void As(string expected, string actual, string what)
    {
        if (expected != actual)
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"{what}\nexpected {expected}\nactual   {actual}");
    }
}
