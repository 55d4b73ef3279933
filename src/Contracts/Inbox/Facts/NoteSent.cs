using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Inbox.Facts;

/// <summary>A note was sent to one person.</summary>
public sealed record NoteSent(OfficialId To, string Text, DocumentId? Document) : IFact
{
    public static string Kind => "note.sent";
}
