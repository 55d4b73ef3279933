using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Streams;

namespace PartyRealtime.StorageTests.Commits;

/// <summary>Commits as slices make them.</summary>
internal static class Make
{
    public static readonly OfficialId Me = new(7);
    public static readonly SeatId Desk = new(501);
    public static readonly SeatId Post = new(502);

    public static Actor By(OfficialId official) => new(official, "Người thử", [], null, Secrecy.Normal);

    public static CommandKey Key(OfficialId? by = null) => new(by ?? Me, new CommandId(Guid.NewGuid()));

    public static CommandClaim Claim(CommandKey key, string body = "body") =>
        new(key, [.. SHA256.HashData(Encoding.UTF8.GetBytes(body))]);

    public static StreamId NewStream() => new(Guid.NewGuid());

    public static ImmutableArray<Fact> Facts(int count = 1, string kind = "thing.done") =>
        [.. Enumerable.Range(1, count).Select(n => new Fact(kind, $$"""{"n":{{n}},"chữ":"Điện Biên"}"""))];

    /// <summary>A command that appends to one stream and does nothing else.</summary>
    public static Commit Append(StreamId stream, long expected, int facts = 1, CommandClaim? claim = null) => new()
    {
        Claim = claim ?? Claim(Key()),
        By = By(Me),
        Appends = [new StreamAppend(stream, expected, Facts(facts))],
    };

    /// <summary>Seats with their inbox heads.</summary>
    public static Commit Seats(params IEnumerable<int> ids) => new()
    {
        By = Actor.System,
        Appends = [new StreamAppend(NewStream(), 0, Facts(1, "seats.made"))],
        Rows = [.. ids.Select(id => new SeatRow
        {
            Id = new SeatId(id),
            Kind = SeatKind.Post,
            Role = SeatRole.Specialist,
            Title = $"Ghế {id}",
        })],
    };

    /// <summary>A note to one seat: claim, stream of its own, fact, inbox item.</summary>
    public static Commit Note(CommandKey key, SeatId to, string text = "Chào đồng chí") => new()
    {
        Claim = Claim(key, text),
        By = By(key.Official),
        Appends = [new StreamAppend(NoteId.Of(key).Stream, 0, Facts(1, "note.sent"))],
        Inbox = [Arrival(new ItemKey(to, NoteId.Of(key).Value, Reason.Note), Box.Notes, text)],
    };

    public static InboxChange Arrival(ItemKey key, Box box, string? note = null) =>
        new(key, InboxChangeKind.Arrived, null, box, Content(note));

    public static ItemContent Content(string? note = null) => new()
    {
        FromOfficial = Me,
        Urgency = Urgency.Urgent,
        DueOn = new DateOnly(2026, 12, 1),
        Note = note,
        Abstract = "Về việc thử",
        From = "Văn phòng",
    };

    public static ItemKey Item(SeatId seat) => new(seat, Guid.NewGuid(), Reason.Delivery);

    public static InboxChange Move(ItemKey key, Box from, Box to) =>
        new(key, InboxChangeKind.Moved, from, to, Content() with { Urgency = Urgency.Immediate });

    public static InboxChange Read(ItemKey key, Box box, OfficialId by) =>
        new(key, InboxChangeKind.Read, box, box, Content(), by);

    public static InboxChange Due(ItemKey key, Box box) => new(key, InboxChangeKind.Due, box, box, Content());

    public static InboxChange Remove(ItemKey key, Box from) =>
        new(key, InboxChangeKind.Removed, from, Box.Closed, Content());

    /// <summary>A command that changes inboxes, on a stream of its own.</summary>
    public static Commit Change(params ImmutableArray<InboxChange> changes) => new()
    {
        Claim = Claim(Key()),
        By = By(Me),
        Appends = [new StreamAppend(NewStream(), 0, Facts())],
        Inbox = changes,
    };
}
