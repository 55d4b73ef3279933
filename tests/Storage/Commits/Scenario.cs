using System.Collections.Immutable;
using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Files;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Jobs;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Registers;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.Contracts.Streams;

namespace PartyRealtime.StorageTests.Commits;

/// <summary>
/// A document's travel in commits that write every row kind, take and void numbers, and make every kind of inbox
/// change. All ids are fixed, so that what it leaves is the same on every database.
/// </summary>
internal static class Scenario
{
    private static readonly DocumentId Document = new(Id(1));
    private static readonly DeliveryId Delivery = new(Id(2));
    private static readonly JobId Job = new(Id(3));
    private static readonly SeatId Desk = new(501);
    private static readonly SeatId Leader = new(502);

    /// <summary>In order; each is applied.</summary>
    public static ImmutableArray<Commit> Commits { get; } =
        [Organise(), Draft(), Write(), Freeze(), Number(), Void(), Again(), Issue(), Arrive(), Read(), Register(), Assign(), Due(), Recall()];

    private static Guid Id(int number) => new(number, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]);

    private static Commit Commit(int number, StreamId stream, long expected, string kind) => new()
    {
        Claim = Make.Claim(new CommandKey(Make.Me, new CommandId(Id(1000 + number)))),
        By = Make.By(Make.Me),
        ActingSeat = Leader,
        ActingUnit = new UnitId(17),
        Appends = [new StreamAppend(stream, expected, [new Fact(kind, $$"""{"n":{{number}}}""")])],
    };

    private static Commit Organise() => Commit(1, StreamId.Organisation, 0, "organisation.imported") with
    {
        Claim = null,
        Rows =
        [
            Rows.Unit(17, "TW"),
            Rows.Unit(31, "11.001") with { Parent = new UnitId(17), ValidTo = new DateOnly(2030, 1, 1), Successor = new UnitId(17), Receives = true },
            new OfficialRow { Id = Make.Me, SignIn = "clerk.tw", Name = "Nguyễn Thị Đường", Clearance = Secrecy.Secret, Demo = true, Stamp = 3 },
            new OfficialRow { Id = new OfficialId(8), SignIn = "leader.tw", Name = "Lò Văn Ủy", PasswordHash = "hash", DisabledAt = Rows.Noon },
            new SeatRow { Id = Desk, Kind = SeatKind.Desk, Role = SeatRole.Clerk, Unit = new UnitId(31), Title = "Văn thư" },
            new SeatRow { Id = Leader, Kind = SeatKind.Person, Role = SeatRole.Person, Title = "Cá nhân" },
            new SeatHolderRow { Seat = Desk, Official = Make.Me, ValidFrom = new DateOnly(2026, 1, 1), ValidTo = new DateOnly(2027, 1, 1) },
            new SessionRow { Id = [1, 2, 3], Official = Make.Me, CreatedAt = Rows.Noon, SeenAt = Rows.Noon, ExpiresAt = Rows.Noon.AddHours(8), UserAgent = "trình duyệt" },
            new SignInLockRow { Official = new OfficialId(8), Failures = 5, LockedUntil = Rows.Noon },
            new CarriedRegister("in:31:open:2025", 2, new DateOnly(2025, 12, 31)),
            new CarriedEntry("in:31:open:2025", 1, new DateOnly(2025, 12, 31), new StreamId(Id(9)), Rows.Noon),
            new PreferenceRow { Official = Make.Me, Theme = "dark", Density = "compact", Locale = "vi" },
        ],
    };

    private static Commit Draft() => Commit(2, Document.Stream, 0, "document.drafted") with
    {
        Rows =
        [
            Rows.Document(Document, 1) with { State = DocumentState.Drafting, Instruction = "báo cáo", DueOn = new DateOnly(2026, 12, 31), Urgency = Urgency.Immediate },
            Rows.Body(Document, 1, "Kính gửi đồng bào cả nước"),
            new DocumentFileRow { Document = Document, Version = 1, Ordinal = 1, Hash = "ab12", Name = "phụ lục.pdf", SizeBytes = 5_000_000_000, MediaType = "application/pdf" },
            new UploadRow { Official = Make.Me, Hash = "ab12", Name = "phụ lục.pdf", SizeBytes = 5_000_000_000, MediaType = "application/pdf", At = Rows.Noon },
        ],
    };

    private static Commit Write() => new()
    {
        By = Actor.System,
        Appends = [],
        Rows =
        [
            new DraftEntryRow { Document = Document, Seq = 1, Kind = DraftEntryKind.Update, By = Make.Me, At = Rows.Noon, Bytes = [1, 0, 255] },
            new DraftClientRow { Document = Document, Client = 4_000_000_000, Official = Make.Me },
            new DraftSnapshotRow { Document = Document, Seq = 1, At = Rows.Noon, State = [1, 0, 255] },
        ],
    };

    private static Commit Freeze() => Commit(13, StreamId.OfSessions(Make.Me), 0, "draft.frozen") with
    {
        Rows =
        [
            Rows.Body(Document, 2, "Kính gửi") with { Content = """{"type":"doc"}""" },
            new DraftEntryRow { Document = Document, Seq = 2, Kind = DraftEntryKind.Close, By = Make.Me, At = Rows.Noon, Bytes = [] },
            new DraftVersionRow { Document = Document, Version = 2, Seq = 1, At = Rows.Noon, By = Make.Me, Content = """{"type":"doc"}""", State = [1, 0, 255] },
            new DraftMarkRow { Document = Document, Position = 1, Seq = 1, At = Rows.Noon, By = Make.Me, Name = "Bản góp ý", Content = """{"type":"doc"}""", State = [1, 0, 255] },
            new DraftParticipantRow { Document = Document, Seat = Leader, Right = DraftRight.Suggest, Since = 2, By = Make.Me, At = Rows.Noon },
            new DraftParticipantRow { Document = Document, Seat = Desk, Right = null, Since = 3, By = Make.Me, At = Rows.Noon },
            new DraftThreadRow
            {
                Document = Document, Thread = new ThreadId(Id(6)), Kind = ThreadKind.Suggestion, State = DraftThreadState.Accepted, Start = [0, 7, 255], End = [0, 7, 9],
                Quote = "đồng bào", Replacement = "nhân dân", Round = 2, By = Make.Me, At = Rows.Noon, Entries = 2, Position = 4,
            },
            new DraftThreadEntryRow
            {
                Document = Document, Position = 4, Id = new ThreadEntryId(Id(8)), Thread = new ThreadId(Id(6)), Kind = ThreadEntryKind.Accepted, By = Make.Me, At = Rows.Noon, Text = "đồng ý",
            },
        ],
    };

    private static Commit Number() => Commit(3, Document.Stream, 1, "document.numbered") with
    {
        Rows = [Rows.Document(Document, 2) with { BodyHash = [9, 9], Signer = Make.Me, SignerTitle = "Bí thư", SignerCapacity = "T/M", SignedAt = Rows.Noon, ContentCleared = true }],
        Take = new RegisterTake("out:17:CT:0", "XIV", Document.Stream, RegisterTarget.Document, "-CT/TW"),
    };

    private static Commit Void() => Commit(4, Document.Stream, 2, "document.number-voided") with
    {
        Rows = [Rows.Document(Document, 3), new RegisterVoid("out:17:CT:0:XIV", 1, Document.Stream, Rows.Noon, "in nhầm")],
    };

    private static Commit Again() => Commit(5, Document.Stream, 3, "document.numbered") with
    {
        Appends = [new StreamAppend(Document.Stream, 3, Make.Facts(2, "document.numbered"))],
        Rows = [Rows.Document(Document, 5)],
        Take = new RegisterTake("out:17:CT:0", "XIV", Document.Stream, RegisterTarget.Document, "-CT/TW"),
    };

    private static Commit Issue() => Commit(6, Document.Stream, 5, "document.issued") with
    {
        Rows =
        [
            Rows.Document(Document, 6) with { State = DocumentState.Issued, IssuedAt = Rows.Noon, Units = 1, People = 30, Register = "out:17:CT:0:XIV", Number = 2, NumberOn = new DateOnly(2026, 11, 24), Symbol = "02-CT/TW" },
            Rows.Delivery(Delivery, Document, 31, 0) with { State = DeliveryState.Sent, Ordinal = 1 },
            new JobRow { Id = Job, Kind = "fan-out", Subject = Document.Value, Position = 0, Cursor = 0, Total = 1, Payload = "{}", CreatedAt = Rows.Noon },
        ],
        Inbox = [Make.Arrival(new ItemKey(Leader, Document.Value, Reason.Issued), Box.Issued)],
    };

    private static Commit Arrive() => Commit(7, Job.Stream, 0, "job.advanced") with
    {
        Claim = null,
        By = Actor.System,
        Appends = [new StreamAppend(Job.Stream, 0, Make.Facts(1, "job.advanced")), new StreamAppend(Delivery.Stream, 0, Make.Facts(1, "delivery.arrived"))],
        Rows =
        [
            Rows.Delivery(Delivery, Document, 31, 1) with { State = DeliveryState.Arrived, Ordinal = 1, ArrivedAt = Rows.Noon },
            new JobRow { Id = Job, Kind = "fan-out", Subject = Document.Value, Position = 1, Cursor = 1, Total = 1, Payload = "{}", CreatedAt = Rows.Noon, FinishedAt = Rows.Noon },
        ],
        Inbox = [Make.Arrival(DeskItem, Box.WaitingReceipt)],
    };

    private static ItemKey DeskItem => new(Desk, Delivery.Value, Reason.Delivery);

    private static ItemKey LeaderItem => new(Leader, Delivery.Value, Reason.Present);

    private static Commit Read() => Commit(8, StreamId.OfOfficial(Make.Me), 0, "inbox.read") with
    {
        Inbox = [Make.Read(DeskItem, Box.WaitingReceipt, Make.Me)],
    };

    private static Commit Register() => Commit(9, Delivery.Stream, 1, "delivery.registered") with
    {
        Rows = [Rows.Delivery(Delivery, Document, 31, 2) with { Ordinal = 1, RegisteredAt = Rows.Noon, RegisteredBy = Make.Me, OpenedAt = Rows.Noon, OpenedBy = Make.Me }],
        Take = new RegisterTake("in:31:all:0", null, Delivery.Stream, RegisterTarget.Delivery, null),
        Inbox = [Make.Move(DeskItem, Box.WaitingReceipt, Box.Closed), Make.Arrival(LeaderItem, Box.WaitingMe)],
    };

    private static Commit Assign() => Commit(10, Delivery.Stream, 2, "delivery.assigned") with
    {
        Rows =
        [
            Rows.Delivery(Delivery, Document, 31, 3) with { Ordinal = 1, State = DeliveryState.Assigned, AssignedAt = Rows.Noon, DueOn = new DateOnly(2026, 12, 1), Register = "in:31:all:0:2026", Number = 1, NumberOn = new DateOnly(2026, 11, 24) },
            new StepRow
            {
                Id = new StepId(Id(4)), Delivery = Delivery, Parent = new StepId(Id(5)), Seat = Leader, Role = StepRole.Lead, State = StepState.Done,
                Instruction = "làm ngay", DueOn = new DateOnly(2026, 12, 1), AssignedAt = Rows.Noon, AssignedBy = Make.Me, OpenedAt = Rows.Noon, OpenedBy = Make.Me,
                DoneAt = Rows.Noon, DoneBy = Make.Me, Result = "đã xong", CarriesOn = new StepId(Id(6)), ReturnClosedAt = Rows.Noon,
            },
        ],
    };

    private static Commit Due() => Commit(11, Delivery.Stream, 3, "delivery.overdue") with
    {
        Inbox = [Make.Due(LeaderItem, Box.WaitingMe)],
    };

    private static Commit Recall() => Commit(12, Delivery.Stream, 4, "delivery.recalled") with
    {
        Inbox = [Make.Remove(LeaderItem, Box.WaitingMe)],
    };
}
