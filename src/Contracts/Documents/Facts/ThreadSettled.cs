using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Drafting;

namespace PartyRealtime.Contracts.Documents.Facts;

public sealed record ThreadSettled(ThreadId Thread, ThreadEntryKind As) : IFact
{
    public static string Kind => "document.thread-settled";
}
