using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Inbox.Facts;

/// <summary>A person read these items; none when all had been read before.</summary>
public sealed record ItemsRead(ImmutableArray<ItemKey> Items) : IFact
{
    public static string Kind => "inbox.read";
}
