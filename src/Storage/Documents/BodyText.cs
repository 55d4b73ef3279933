namespace PartyRealtime.Storage.Documents;

/// <summary>One version of a document's body.</summary>
/// <param name="Text">Its letters.</param>
/// <param name="Content">ProseMirror JSON, of a document that was written together.</param>
internal sealed record BodyText(string Text, string? Content)
{
    /// <summary>What is left of a cancelled copy.</summary>
    public static BodyText None { get; } = new("", null);
}
