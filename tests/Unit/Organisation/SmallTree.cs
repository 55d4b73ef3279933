using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.UnitTests.Organisation;

/// <summary>
/// A centre with two bodies, two provinces with a body and communes each, a room in a commune, and a commune that was
/// merged into another. Officials: 1-3 in Mường Nhé (one of them in its room), 4 in both Mường Nhé and the province.
/// </summary>
internal static class SmallTree
{
    public static readonly DateOnly Day = new(2026, 11, 23);

    public static readonly UnitId Successor = new(2);

    public static readonly UnitId Merged = new(3);

    private static int _nextSeat;

    public static OrganisationMap Map(params HeldToday[] more)
    {
        _nextSeat = 0;
        var builder = new OrganisationMapBuilder(7, Day).AddUnits(
        [
            Unit(1, "TW", null, UnitKind.Centre, "TW", "Trung ương Đảng"),
            Unit(2, "TW.BTC", 1, UnitKind.CentralBody, "TW", "Ban Tổ chức Trung ương"),
            Unit(3, "TW.HD", 1, UnitKind.CentralBody, "TW", "Hội đồng Lý luận Trung ương") with { Receives = false },
            Unit(4, "11", 1, UnitKind.Province, "11", "Tỉnh ủy Điện Biên"),
            Unit(5, "11.BTC", 4, UnitKind.ProvincialBody, "11", "Ban Tổ chức Tỉnh ủy Điện Biên"),
            Unit(6, "03127", 4, UnitKind.Commune, "11", "Xã Mường Nhé"),
            Unit(7, "03127.VP", 6, UnitKind.SubUnit, "11", "Văn phòng Đảng ủy") with { Registers = false, Receives = false },
            Unit(8, "90001", 4, UnitKind.Commune, "11", "Xã Mẫu Đông") with { ValidTo = new DateOnly(2026, 1, 1), Successor = new UnitId(6) },
            Unit(9, "01", 1, UnitKind.Province, "01", "Thành ủy Hà Nội"),
            Unit(10, "00004", 9, UnitKind.Commune, "01", "Phường Ba Đình"),
            Unit(11, "00008", 9, UnitKind.Commune, "01", "Phường Đường Hoa"),
            Unit(12, "00025", 9, UnitKind.Commune, "01", "Phường Dương Nội"),
        ]);
        foreach (var unit in Enumerable.Range(1, 12).Where(unit => unit != 7))
            builder.AddSeat(new SeatId(++_nextSeat), SeatKind.Desk, SeatRole.Clerk, new UnitId(unit), "Văn thư");
        builder.AddSeat(new SeatId(++_nextSeat), SeatKind.Post, SeatRole.Leader, new UnitId(6), "Bí thư");
        builder.AddSeat(new SeatId(++_nextSeat), SeatKind.Post, SeatRole.Specialist, new UnitId(7), "Chuyên viên");
        HeldToday[] held =
        [
            Held(1, 6, SeatRole.Clerk), Held(2, 6, SeatRole.Leader), Held(3, 7, SeatRole.Specialist),
            Held(4, 6, SeatRole.Specialist), Held(4, 4, SeatRole.Leader), Held(5, 10, SeatRole.Clerk),
        ];
        foreach (var holding in held.Concat(more))
            builder.AddHolding(holding);
        return builder.Build();
    }

    /// <summary>A commune with these posts of leaders, held so.</summary>
    public static OrganisationMap WithLeaders(IEnumerable<SeatId> posts, IEnumerable<HeldToday> held)
    {
        var builder = new OrganisationMapBuilder(1, Day).AddUnits([Unit(Merged.Value, "90001", null, UnitKind.Commune, "11", "Xã Mẫu Đông")]);
        foreach (var post in posts)
            builder.AddSeat(post, SeatKind.Post, SeatRole.Leader, Merged, "Bí thư");
        foreach (var holding in held)
            builder.AddHolding(holding);
        return builder.Build();
    }

    /// <summary>Two communes below a centre, of which one is merged into the other.</summary>
    public static OrganisationMap Merger(DateOnly? ends, DateOnly on) => new OrganisationMapBuilder(1, on).AddUnits(
    [
        Unit(1, "TW", null, UnitKind.Centre, "TW", "Trung ương Đảng"),
        Unit(Successor.Value, "03127", 1, UnitKind.Commune, "TW", "Xã Mường Nhé"),
        Unit(Merged.Value, "90001", 1, UnitKind.Commune, "TW", "Xã Mẫu Đông") with { ValidTo = ends, Successor = Successor },
    ]).Build();

    public static HeldToday Held(int official, int unit, SeatRole role, int seat = 0) => new(new OfficialId(official), new SeatId(seat), new UnitId(unit), role);

    private static UnitRow Unit(int id, string code, int? parent, UnitKind kind, string tile, string name) => new()
    {
        Id = new UnitId(id),
        Code = code,
        Parent = parent is { } above ? new UnitId(above) : null,
        Kind = kind,
        Tile = tile,
        Name = name,
        NameEn = name,
        Organ = "ĐU",
        Registers = true,
        Receives = true,
        ValidFrom = new DateOnly(2025, 7, 1),
    };
}
