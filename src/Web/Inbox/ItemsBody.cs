using System.Collections.Immutable;
using PartyRealtime.Contracts.Inbox;

namespace PartyRealtime.Web.Inbox;

/// <summary>Items by key, as the browser sends them.</summary>
internal sealed record ItemsBody(ImmutableArray<ItemKey>? Items)
{
    /// <summary>Empty when nothing was sent; the rules refuse that.</summary>
    public ImmutableArray<ItemKey> Keys() => Items is { IsDefault: false } items ? items : [];
}
