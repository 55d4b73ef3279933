using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Grains.Documents;

/// <summary>People who are named in what somebody says about a draft: each finds it in the own inbox, once.</summary>
/// <param name="Entry">What was said.</param>
/// <param name="Seats">Their person seats, without the speaker's.</param>
internal sealed record ThreadMention(DraftThreadEntryRow Entry, ImmutableArray<SeatId> Seats)
{
    /// <summary>
    /// As a note about the document: its words are not final and would change in a fresh read, so that only what was said
    /// is shown.
    /// </summary>
    public IEnumerable<InboxChange> Changes(DocumentRow row, Actor speaker)
    {
        var content = new ItemContent
        {
            Document = row.Id,
            FromOfficial = speaker.Official,
            From = speaker.Name,
            Note = Entry.Text,
            Secrecy = row.Secrecy,
        };
        return Seats.Select(seat => new InboxChange(
            new ItemKey(seat, Entry.Id.Value, Reason.Mention), InboxChangeKind.Arrived, null, Box.Notes, content));
    }
}
