using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Documents.Facts;

public sealed record ThreadReplied(ThreadId Thread, ImmutableArray<OfficialId> Mentions) : IFact
{
    public static string Kind => "document.thread-replied";
}
