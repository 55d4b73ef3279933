using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Inbox.Facts;

/// <summary>A person closed these items; none when all had been closed before.</summary>
public sealed record ItemsClosed(ImmutableArray<ItemKey> Items) : IFact
{
    public static string Kind => "inbox.closed";
}
