namespace PartyRealtime.Contracts.Drafting;

/// <summary>A draft at one moment, at which it was frozen or looked at: everything that was acknowledged, and nothing else.</summary>
/// <param name="Seq">The last place of the log that it contains.</param>
/// <param name="State">The whole document as one Yjs update (format v1).</param>
/// <param name="Content">The text as ProseMirror JSON, without white space between its parts.</param>
/// <param name="Text">The same as plain text, NFC; a line a paragraph.</param>
[GenerateSerializer, Immutable, Alias("frozen-draft")]
public sealed record FrozenDraft(
    [property: Id(0)] long Seq, [property: Id(1)] byte[] State, [property: Id(2)] string Content, [property: Id(3)] string Text);
