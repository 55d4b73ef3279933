namespace PartyRealtime.Yjs.Reading;

/// <summary>Whose letters are in a block.</summary>
/// <param name="Id">The name of the block's item as "client:clock", the same in every copy of the document.</param>
/// <param name="Letters">Visible UTF-16 units by client; empty for a block without any.</param>
public sealed record BlockLetters(string Id, IReadOnlyDictionary<long, int> Letters);
