using PartyRealtime.Contracts.Documents;

namespace PartyRealtime.Contracts.Live;

/// <summary>
/// Pushed: when the document moved, its page was found to be no longer this person's to open. Nothing more is told of it;
/// whoever reads it again is answered as for a missing one, and what was shown must go.
/// </summary>
public sealed record DocumentClosed(DocumentId DocumentId);
