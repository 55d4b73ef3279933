using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Fields;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Inbox.Facts;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Grains.Inbox;

/// <summary>Who may write what to whom.</summary>
internal static class NoteRules
{
    /// <summary>UTF-16 units after normalisation.</summary>
    public const int TextCharsMax = 1_000;

    /// <summary>The text as it is stored: NFC, so that one word has one form, without outer white space.</summary>
    public static Outcome<string> Text(string? text)
    {
        if (FieldRules.Text("text", text, int.MaxValue) is { } unreadable)
            return unreadable;
        var normal = text!.Normalize().Trim();
        return FieldRules.Text("text", normal, TextCharsMax) is { } tooLong ? tooLong : normal;
    }

    /// <summary>The commit of a note.</summary>
    /// <param name="context">The sender.</param>
    /// <param name="text">As <see cref="Text"/> gave it.</param>
    /// <param name="to">The addressee.</param>
    /// <param name="subject">The document that it is about; sender and addressee may see it.</param>
    public static Commit Send(CommandContext context, string text, Addressee to, NoteSubject? subject)
    {
        var note = NoteId.Of(context.Key);
        return new Commit
        {
            Claim = new CommandClaim(context.Key, context.BodyHash),
            By = context.Actor,
            ActingSeat = PersonSeat(context.Actor),
            Appends = [new StreamAppend(note.Stream, 0, [FactJson.Of(new NoteSent(to.Person.Official, text, subject?.Document.Id))])],
            Inbox =
            [
                new InboxChange(
                    new ItemKey(to.Seat, note.Value, Reason.Note), InboxChangeKind.Arrived, null, Box.Notes, Content(context, text, subject)),
            ],
        };
    }

    /// <summary>
    /// A note shows the words of its document only when they were final as it was sent: words that change later would
    /// change in a fresh read and not in what was pushed.
    /// </summary>
    private static ItemContent Content(CommandContext context, string text, NoteSubject? subject)
    {
        var content = new ItemContent
        {
            FromOfficial = context.Actor.Official,
            From = context.Actor.Name,
            Note = text,
            Document = subject?.Document.Id,
            Secrecy = subject?.Document.Secrecy ?? Secrecy.Normal,
        };
        return subject is { Document: { State: >= DocumentState.Issued } issued }
            ? content with
            {
                FromUnit = issued.Unit,
                Symbol = issued.Symbol,
                DocumentType = issued.Type,
                Abstract = issued.Abstract,
            }
            : content;
    }

    private static SeatId? PersonSeat(Actor actor) =>
        actor.Seats.FirstOrDefault(seat => seat.Kind == SeatKind.Person)?.Seat;
}
