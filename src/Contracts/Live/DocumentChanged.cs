using PartyRealtime.Contracts.Documents;

namespace PartyRealtime.Contracts.Live;

/// <summary>
/// Pushed: the document stands at this position. Whoever holds an earlier one reads it again, under the rights of that
/// moment; any other ignores it. What happened is not said.
/// </summary>
public sealed record DocumentChanged(DocumentId DocumentId, long Position);
