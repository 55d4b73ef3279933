using PartyRealtime.Contracts.Documents;

namespace PartyRealtime.Grains.Inbox;

/// <summary>The document that a note is about, seen by both ends.</summary>
internal sealed record NoteSubject(DocumentRow Document);
