using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Web.Inbox;

/// <summary>A note, as the browser sends it.</summary>
internal sealed record NoteBody(OfficialId To, string? Text, DocumentId? DocumentId);
