using System.Collections.Frozen;
using System.Collections.Immutable;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Documents;

/// <summary>
/// Who may issue what, as data: the types of the party profile with the tiers that may issue them. The shape of the
/// table follows DOMAIN §2; its rows are second-hand knowledge there and are meant to be replaced by an operator's own.
/// </summary>
public static class AuthorityTable
{
    private static readonly ImmutableArray<UnitKind> Committees = [UnitKind.Centre, UnitKind.Province, UnitKind.Commune];

    private static readonly ImmutableArray<UnitKind> HigherCommittees = [UnitKind.Centre, UnitKind.Province];

    private static readonly ImmutableArray<UnitKind> All =
        [UnitKind.Centre, UnitKind.CentralBody, UnitKind.Province, UnitKind.ProvincialBody, UnitKind.Commune];

    /// <summary>Every type, in the order in which lists show them.</summary>
    public static ImmutableArray<DocumentType> Types { get; } =
    [
        new(1, "CV", "Công văn", "Official letter", All),
        new(2, "BC", "Báo cáo", "Report", All),
        new(3, "KH", "Kế hoạch", "Plan", All),
        new(4, "TB", "Thông báo", "Announcement", All),
        new(5, "QĐ", "Quyết định", "Decision", All),
        new(6, "TTr", "Tờ trình", "Submission", All),
        new(7, "KL", "Kết luận", "Conclusion", Committees),
        new(8, "NQ", "Nghị quyết", "Resolution", Committees),
        new(9, "HD", "Hướng dẫn", "Guideline", All),
        new(10, "CTr", "Chương trình", "Programme", Committees),
        new(11, "QC", "Quy chế", "Working rules", Committees),
        new(12, "BB", "Biên bản", "Minutes", All),
        new(13, "ĐA", "Đề án", "Scheme", All),
        new(14, "CT", "Chỉ thị", "Directive", HigherCommittees),
    ];

    private static readonly FrozenDictionary<string, DocumentType> ByCode = Types.ToFrozenDictionary(type => type.Code);

    /// <summary>The type of this code; null when there is none.</summary>
    public static DocumentType? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>Whether a body of this tier may issue this type.</summary>
    public static bool MayIssue(UnitKind issuer, DocumentType type) => type.Issuers.Contains(issuer);
}
