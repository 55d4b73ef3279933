using PartyRealtime.Contracts.Inbox;

namespace PartyRealtime.Storage.Inbox;

/// <summary>
/// Which items a person's list shows. The list and its counter are built from the same words here, which is why a
/// counter cannot differ from the length of its list. Expects <c>inbox_item i</c> and the parameters
/// <c>@Clearance</c> and <c>@Reader</c> (see <see cref="Reader"/>).
/// </summary>
internal static class InboxPredicate
{
    /// <summary>
    /// Open and within the reader's clearance. The first term stands here in so many words because the partial index
    /// is only considered when the statement itself says it.
    /// </summary>
    public const string Visible = "i.box <> 0 AND i.secrecy <= @Clearance";

    /// <summary>The condition of a filter, on top of <see cref="Visible"/>.</summary>
    public static string Matches(InboxFilter filter) => filter switch
    {
        InboxFilter.Unread => "i.read_by NOT LIKE @Reader",
        InboxFilter.Urgent => "i.urgency > 0",
        InboxFilter.Overdue => "i.overdue = 1",
        _ => "1 = 1",
    };

    /// <summary>What <c>@Reader</c> is compared with: the id between its commas.</summary>
    public static string Reader(int official) => $"%,{official},%";
}
