using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Deliveries.Facts;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Documents.Facts;
using PartyRealtime.Contracts.Ids;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Registers;
using PartyRealtime.Contracts.Search;
using PartyRealtime.Contracts.Text;
using PartyRealtime.Storage.Commits;

namespace PartyRealtime.Storage.Organisation.Seeding;

/// <summary>
/// The books of the two merged communes, as they stood on their last day. Each wrote to the other and to nobody else: so
/// every line has its document and its delivery, the books of both fit each other, and no living unit's number is touched.
/// The documents are issued and handled; they are in nobody's inbox. Times are those of office hours before the merger; the
/// one fact of each stream is written with the seed and says that they were carried over.
/// </summary>
internal sealed class MergedBooks(IReadOnlyList<FormerStaff> staff)
{
    private static readonly TimeOnly Composed = new(8, 30);
    private static readonly TimeOnly Signed = new(10, 0);
    private static readonly TimeOnly Numbered = new(10, 30);
    private static readonly TimeOnly Issued = new(11, 0);

    // All on the working day after.
    private static readonly TimeOnly Opened = new(8, 0);
    private static readonly TimeOnly Registered = new(8, 15);
    private static readonly TimeOnly Assigned = new(9, 30);
    private static readonly TimeOnly Finished = new(16, 0);

    /// <summary>Days ascend. Who wrote it, by the place in <see cref="SeedTree.Merged"/>; the abstract as the register shows it.</summary>
    private static readonly ImmutableArray<(int By, DateOnly On, string Type, Urgency Urgency, int Pages, string Abstract)> Papers =
    [
        (0, new(2025, 7, 14), "CV", Urgency.Normal, 1, "Về việc phối hợp tuyên truyền vận hành chính quyền địa phương hai cấp"),
        (1, new(2025, 7, 22), "CV", Urgency.Normal, 2, "Về việc rà soát hồ sơ đảng viên thuộc các thôn giáp ranh"),
        (0, new(2025, 8, 5), "BC", Urgency.Normal, 4, "Kết quả thực hiện nhiệm vụ tháng 7 năm 2025"),
        (1, new(2025, 8, 19), "CV", Urgency.Urgent, 1, "Về việc phòng, chống lũ quét tại khu vực giáp ranh hai xã"),
        (0, new(2025, 8, 28), "CV", Urgency.Normal, 1, "Về việc chuẩn bị khai giảng tại điểm trường chung của hai xã"),
        (0, new(2025, 10, 1), "TB", Urgency.Normal, 1, "Lịch tiếp công dân quý IV năm 2025 của Thường trực Đảng ủy xã"),
        (1, new(2025, 10, 7), "BC", Urgency.Normal, 6, "Sơ kết ba tháng thực hiện mô hình chính quyền địa phương hai cấp"),
        (0, new(2025, 11, 12), "KH", Urgency.Normal, 3, "Bàn giao hồ sơ, tài liệu khi sáp nhập xã"),
        (1, new(2025, 11, 18), "CV", Urgency.Normal, 2, "Về việc phối hợp kiểm kê tài sản trước khi sáp nhập xã"),
        (1, new(2025, 12, 22), "TB", Urgency.Urgent, 1, "Ngừng sử dụng con dấu của Đảng ủy xã từ ngày 01/01/2026"),
    ];

    private readonly ImmutableArray<StreamAppend>.Builder _begun = ImmutableArray.CreateBuilder<StreamAppend>();
    private readonly ImmutableArray<IRow>.Builder _rows = ImmutableArray.CreateBuilder<IRow>();
    private readonly SortedDictionary<string, CarriedRegister> _registers = new(StringComparer.Ordinal);

    /// <summary>The streams and rows of all; the same each time.</summary>
    public (ImmutableArray<StreamAppend> Begun, ImmutableArray<IRow> Rows) Make()
    {
        for (var place = 0; place < Papers.Length; place++)
        {
            var paper = Papers[place];
            var document = Document(place, staff[paper.By], staff[1 - paper.By]);
            Delivery(document, staff[1 - paper.By]);
        }

        return (_begun.ToImmutable(), [.. _registers.Values, .. _rows]);
    }

    private DocumentRow Document(int place, FormerStaff from, FormerStaff to)
    {
        var paper = Papers[place];
        var id = new DocumentId(DerivedId.From("merged-book", place, Guid.Empty));
        var series = NumberingRules.Outgoing(FactsOf(from.Unit), paper.Type, Secrecy.Normal, paper.On);
        var take = new RegisterTake(series.Series, series.Term, id.Stream, RegisterTarget.Document, series.SymbolSuffix);
        var entry = Enter(take, paper.On, At(paper.On, Numbered));
        var body = $"{paper.Abstract}.\n\nĐảng ủy {from.Unit.Name} gửi Đảng ủy {to.Unit.Name} để phối hợp thực hiện.";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(body));
        var row = new DocumentRow
        {
            Id = id,
            Position = 1,
            Unit = from.Unit.Id,
            Author = from.Specialist,
            AuthorSeat = from.Drafts,
            State = DocumentState.Issued,
            Type = paper.Type,
            Abstract = paper.Abstract,
            Urgency = paper.Urgency,
            BodyVersion = 1,
            BodyHash = hash,
            Reviewer = from.Leads,
            Round = 1,
            ContentCleared = true,
            FormCleared = true,
            Register = entry.Register,
            Number = entry.Number,
            NumberOn = entry.On,
            Symbol = TakenNumber.SymbolOf(take, entry.Number),
            Pages = paper.Pages,
            Copies = 1,
            Signer = from.Leader,
            SignerTitle = SeedTitles.Leader(from.Unit.Kind, isHead: true),
            SignerCapacity = SignCapacity.ForCollective.ToString(),
            SignedAt = At(paper.On, Signed),
            IssuedAt = At(paper.On, Issued),
            Units = 1,
            People = FormerStaff.People,
            SearchKey = SearchText.Folded(paper.Abstract, series.SymbolSuffix, from.Unit.Name),
            SearchMarked = SearchText.Marked(paper.Abstract, series.SymbolSuffix, from.Unit.Name),
            SymbolKey = SymbolKey.Of(series.SymbolSuffix),
            CreatedAt = At(paper.On, Composed),
        };
        _rows.Add(row);
        _rows.Add(new DocumentBodyRow { Document = id, Version = 1, Text = body, Hash = hash });
        var issue = new DocumentIssued(row.Units, row.People, [RecipientSelectors.UnitPrefix + to.Unit.Code]);
        Begin(id.Stream, FactJson.Of(new DocumentCarriedOver(entry.Register, entry.Number, issue)));
        return row;
    }

    private void Delivery(DocumentRow document, FormerStaff to)
    {
        var id = DeliveryId.Of(document.Id, to.Unit.Id);
        var day = document.NumberOn!.Value.AddDays(1);
        var take = new RegisterTake(NumberingRules.IncomingSeries(to.Unit.Id, Secrecy.Normal), null, id.Stream, RegisterTarget.Delivery, null);
        var entry = Enter(take, day, At(day, Registered));
        _rows.Add(new DeliveryRow
        {
            Id = id,
            Document = document.Id,
            Unit = to.Unit.Id,
            Tile = to.Unit.Tile,
            Ordinal = 1,
            Position = 1,
            State = DeliveryState.Finished,
            SentAt = document.IssuedAt!.Value,
            ArrivedAt = document.IssuedAt,
            OpenedAt = At(day, Opened),
            OpenedBy = to.Clerk,
            RegisteredAt = At(day, Registered),
            RegisteredBy = to.Clerk,
            Register = entry.Register,
            Number = entry.Number,
            NumberOn = entry.On,
            Copies = 1,
            AssignedAt = At(day, Assigned),
            FinishedAt = At(day, Finished),
        });
        var present = new StepRow
        {
            Id = StepId.Of(id, to.Leads, round: 1),
            Delivery = id,
            Seat = to.Leads,
            Role = StepRole.Present,
            State = StepState.Forwarded,
            AssignedAt = At(day, Registered),
            AssignedBy = to.Clerk,
            OpenedAt = At(day, Assigned),
            OpenedBy = to.Leader,
            DoneAt = At(day, Assigned),
            DoneBy = to.Leader,
        };
        _rows.Add(present);
        _rows.Add(present with
        {
            Id = StepId.Of(id, to.Drafts, round: 2),
            Parent = present.Id,
            Seat = to.Drafts,
            Role = StepRole.Lead,
            State = StepState.Done,
            AssignedAt = At(day, Assigned),
            AssignedBy = to.Leader,
            OpenedBy = to.Specialist,
            DoneAt = At(day, Finished),
            DoneBy = to.Specialist,
        });
        Begin(id.Stream, FactJson.Of(new DeliveryCarriedOver(to.Unit.Id, entry.Register, entry.Number)));
    }

    /// <summary>The next line of the register.</summary>
    private CarriedEntry Enter(RegisterTake take, DateOnly on, DateTimeOffset at)
    {
        var register = TakenNumber.RegisterKey(take, on);
        var number = _registers.TryGetValue(register, out var before) ? before.Next : 1;
        _registers[register] = new CarriedRegister(register, number + 1, on);
        var entry = new CarriedEntry(register, number, on, take.Stream, at);
        _rows.Add(entry);
        return entry;
    }

    private void Begin(Contracts.Streams.StreamId stream, Fact fact) => _begun.Add(new StreamAppend(stream, 0, [fact]));

    private static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day, time, SeedTree.Office);

    /// <summary>As much of the unit as numbering asks for.</summary>
    private static UnitFacts FactsOf(UnitRow unit) => new()
    {
        Id = unit.Id,
        Code = unit.Code,
        Kind = unit.Kind,
        Tile = unit.Tile,
        Name = unit.Name,
        NameEn = unit.NameEn,
        Organ = unit.Organ,
        Profile = unit.Profile,
    };
}
