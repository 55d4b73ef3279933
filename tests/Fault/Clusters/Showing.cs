using PartyRealtime.Contracts.Inbox;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>A live screen shows an item, new or changed.</summary>
/// <param name="Person">Whose screen.</param>
/// <param name="Item">As it is shown, at the position of this change.</param>
/// <param name="At">Since the traffic began.</param>
internal sealed record Showing(int Person, InboxItem Item, TimeSpan At)
{
    /// <summary>What the note says; empty for anything else.</summary>
    public string Text => Item.Note ?? "";
}
