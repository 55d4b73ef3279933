using System.Text.Json.Nodes;
using PartyRealtime.Word.Reading;
using PartyRealtime.Word.Writing;
using Xunit;

namespace PartyRealtime.UnitTests.Word;

/// <summary>Sheets to write texts on, and texts from JSON.</summary>
internal static class Sheets
{
    public static Paper State { get; } = new(
        PaperLayout.State,
        new PaperHead
        {
            Superior = "Ủy ban nhân dân tỉnh Quảng Ngãi", Unit = "Ủy ban nhân dân xã Đặng Thùy Trâm", Number = "Số: 05/QĐ-UBND",
            Nation = "Cộng hòa xã hội chủ nghĩa Việt Nam", Motto = "Độc lập - Tự do - Hạnh phúc", Date = "Ngày 05 tháng 01 năm 2026",
            TypeName = "Quyết định", Abstract = "về việc ban hành quy chế làm việc",
        },
        new PaperFoot
        {
            RecipientsTitle = "Nơi nhận:", Recipients = ["- 3.321 đơn vị theo danh sách phát hành;", "- Lưu: Văn thư."],
            Capacity = "TM. Ủy ban nhân dân", SignerTitle = "Chủ tịch", Signed = "Đã ký số 05/01/2026 09:12", SignerName = "Nguyễn Thị Ánh",
        });

    public static Paper Party { get; } = new(
        PaperLayout.Party,
        State.Head with
        {
            Superior = "Tỉnh ủy Quảng Ngãi", Unit = "Đảng ủy xã Đặng Thùy Trâm", Number = "Số 05-NQ/ĐU", Nation = "Đảng Cộng sản Việt Nam", Motto = null,
            TypeName = "Nghị quyết",
        },
        State.Foot with { Capacity = "T/M Ban Thường vụ", SignerTitle = "Bí thư" });

    public static Paper Letter { get; } = State with
    {
        Head = State.Head with
        {
            TypeName = null, Abstract = "V/v rà soát hồ sơ", Marks = ["Mật", "Hỏa tốc"],
            AddressedTitle = "Kính gửi:", Addressed = ["Sở Nội vụ", "Sở Tài chính"],
        },
    };

    public static MemoryStream Write(JsonObject text, Paper? paper = null)
    {
        var file = new MemoryStream();
        WordPaper.Write(file, text, paper ?? Party);
        file.Position = 0;
        return file;
    }

    public static WordReading Read(Stream file)
    {
        var read = WordText.Read(file);
        Assert.True(read.IsOk, read.Refusal?.Code.ToString());
        return read.Value;
    }

    public static JsonObject Doc(params string[] blocks) =>
        JsonNode.Parse($$"""{"type":"doc","content":[{{string.Join(',', blocks)}}]}""")!.AsObject();

    public static string P(string letters, string? part = null) =>
        $$"""{"type":"paragraph"{{(part is null ? "" : $$""","attrs":{"part":"{{part}}"}""")}}{{(letters.Length == 0 ? "" : $$""","content":[{"type":"text","text":"{{letters}}"}]""")}}}""";
}
