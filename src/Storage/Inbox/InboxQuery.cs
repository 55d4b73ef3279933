using PartyRealtime.Contracts.Inbox;

namespace PartyRealtime.Storage.Inbox;

/// <summary>Which part of which list.</summary>
/// <param name="Box">An open box.</param>
/// <param name="Filter">Which items of it.</param>
/// <param name="After">The <see cref="InboxPage.Next"/> of the page before; null for the newest.</param>
/// <param name="Take">Items at most, 1 to <see cref="TakeMax"/>.</param>
public sealed record InboxQuery(Box Box, InboxFilter Filter = InboxFilter.All, string? After = null, int Take = InboxQuery.TakeDefault)
{
    public const int TakeMax = 200;

    public const int TakeDefault = 50;
}
