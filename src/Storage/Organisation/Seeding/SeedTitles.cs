using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Organisation.Seeding;

/// <summary>What posts are called in the demo organisation.</summary>
internal static class SeedTitles
{
    public const string Desk = "Văn thư";
    public const string Specialist = "Chuyên viên";
    public const string UnitAdmin = "Quản trị đơn vị";
    public const string Operator = "Người vận hành hệ thống";

    /// <summary>The head of a unit of this tier, or one of the deputies.</summary>
    public static string Leader(UnitKind kind, bool isHead) => (kind, isHead) switch
    {
        (UnitKind.Centre, true) => "Thường trực",
        (UnitKind.Centre, false) => "Phó thường trực",
        (UnitKind.CentralBody, true) => "Thủ trưởng cơ quan",
        (UnitKind.CentralBody, false) => "Phó thủ trưởng cơ quan",
        (UnitKind.Province or UnitKind.Commune, true) => "Bí thư",
        (UnitKind.Province or UnitKind.Commune, false) => "Phó Bí thư",
        (UnitKind.ProvincialBody, true) => "Trưởng ban",
        (UnitKind.ProvincialBody, false) => "Phó Trưởng ban",
        (_, true) => "Trưởng phòng",
        (_, false) => "Phó Trưởng phòng",
    };
}
