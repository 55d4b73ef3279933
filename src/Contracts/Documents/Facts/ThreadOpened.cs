using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Documents.Facts;

public sealed record ThreadOpened(ThreadId Thread, ThreadKind Opens, ImmutableArray<OfficialId> Mentions) : IFact
{
    public static string Kind => "document.thread-opened";
}
