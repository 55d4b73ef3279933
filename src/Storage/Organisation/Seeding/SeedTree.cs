using System.Collections.Immutable;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Organisation.Seeding;

/// <summary>
/// The units of one size, in tree order with ids from 1. Codes: TW, TW.BTC (central body), 11 (province committee),
/// 11.BTC (provincial body), 03127 (commune, as in the statistics office's table), 03127.VP (sub-unit).
/// </summary>
internal sealed class SeedTree
{
    /// <summary>The two communes of the demo merger; codes outside the statistics office's.</summary>
    public static readonly ImmutableArray<(string Code, string Name, string NameEn)> Merged =
        [("90001", "Xã Mẫu Đông", "Mau Dong Commune"), ("90002", "Xã Mẫu Tây", "Mau Tay Commune")];

    /// <summary>The two-tier map is in force from this day.</summary>
    public static readonly DateOnly InForce = new(2025, 7, 1);

    public static readonly DateOnly MergedOn = new(2026, 1, 1);

    /// <summary>The clock of the office: seven hours ahead, without summer time.</summary>
    public static readonly TimeSpan Office = TimeSpan.FromHours(7);

    /// <summary>The first day on which some people act for their heads.</summary>
    public static readonly DateOnly ActingFrom = new(2026, 7, 1);

    /// <summary>The province whose first commune took the two in.</summary>
    private const string ProvinceOfMerger = "11";

    private readonly SeedPlan _plan;
    private readonly List<UnitRow> _units = [];
    private readonly ILookup<string, IReadOnlyList<string>> _subUnits;
    private readonly IReadOnlyList<string>[] _provincialBodies;

    public SeedTree(SeedPlan plan)
    {
        _plan = plan;
        _subUnits = SeedData.Rows("sub-units.csv").ToLookup(row => row[0]);
        _provincialBodies = [.. SeedData.Rows("provincial-bodies.csv").Take(plan.ProvincialBodiesMax)];
        var centre = Add("TW", null, UnitKind.Centre, "TW", "Trung ương Đảng", "Party Central Committee", "TW");
        AddSubUnits(centre, "centre");
        foreach (var row in SeedData.Rows("central-bodies.csv").Take(plan.CentralBodiesMax))
        {
            var body = Add("TW." + row[0], centre, UnitKind.CentralBody, "TW", row[2], row[3], row[1], receives: row[4] == "1", Profile(row[5]));
            AddSubUnits(body, "centre");
        }

        var areas = SeedData.Rows("administrative-units.csv");
        var communes = areas.Where(row => row[2] == "commune").ToLookup(row => row[1]);
        foreach (var province in areas.Where(row => row[2] == "province"))
            AddProvince(centre, province, [.. communes[province[0]]]);
    }

    public IReadOnlyList<UnitRow> Units => _units;

    private void AddProvince(UnitRow centre, IReadOnlyList<string> row, IReadOnlyList<string>[] communes)
    {
        var code = row[0];
        var committee = Add(code, centre, UnitKind.Province, code, CommitteeName(row[4]), CommitteeNameEn(row[5]), "TU");
        AddSubUnits(committee, "province");
        foreach (var body in _provincialBodies)
        {
            var added = Add(
                $"{code}.{body[0]}", committee, UnitKind.ProvincialBody, code, $"{body[2]} {committee.Name}",
                $"{body[3]}, {committee.NameEn}", body[1], profile: Profile(body[4]));
            AddSubUnits(added, "province");
        }

        for (var index = 0; index < communes.Length; index += Math.Min(_plan.CommunesOneIn, communes.Length))
        {
            var commune = Add(communes[index][0], committee, UnitKind.Commune, code, communes[index][4], communes[index][5], "ĐU");
            AddSubUnits(commune, "commune");
            if (code == ProvinceOfMerger && index == 0)
                AddMerged(committee, commune);
        }
    }

    /// <summary>Two communes that were merged into this one: they receive nothing, their registers are read here.</summary>
    private void AddMerged(UnitRow committee, UnitRow successor)
    {
        foreach (var (code, name, nameEn) in Merged)
        {
            var merged = Add(code, committee, UnitKind.Commune, committee.Code, name, nameEn, "ĐU");
            _units[^1] = merged with { Receives = false, ValidTo = MergedOn, Successor = successor.Id };
        }
    }

    private void AddSubUnits(UnitRow parent, string tier)
    {
        foreach (var row in _subUnits[tier])
            Add($"{parent.Code}.{row[1]}", parent, UnitKind.SubUnit, parent.Tile, row[2], row[3], parent.Organ, receives: false);
    }

    private UnitRow Add(
        string code,
        UnitRow? parent,
        UnitKind kind,
        string tile,
        string name,
        string nameEn,
        string organ,
        bool receives = true,
        NumberingProfile profile = NumberingProfile.Party)
    {
        var unit = new UnitRow
        {
            Id = new UnitId(_units.Count + 1),
            Code = code,
            Parent = parent?.Id,
            Kind = kind,
            Tile = tile,
            Name = name,
            NameEn = nameEn,
            Organ = organ,
            Profile = profile,
            Registers = kind != UnitKind.SubUnit,
            Receives = receives,
            ValidFrom = InForce,
        };
        _units.Add(unit);
        return unit;
    }

    /// <summary>Schools, an academy and a publishing house are state bodies in all but name: they number by the year.</summary>
    private static NumberingProfile Profile(string word) => Enum.Parse<NumberingProfile>(word, ignoreCase: true);

    /// <summary>Tỉnh Điện Biên → Tỉnh ủy Điện Biên; Thành phố Huế → Thành ủy Huế.</summary>
    private static string CommitteeName(string area) =>
        area.StartsWith("Tỉnh ", StringComparison.Ordinal) ? "Tỉnh ủy " + area["Tỉnh ".Length..] : "Thành ủy " + area["Thành phố ".Length..];

    private static string CommitteeNameEn(string area) =>
        area.EndsWith(" Province", StringComparison.Ordinal)
            ? area[..^" Province".Length] + " Provincial Committee"
            : area[..^" City".Length] + " City Committee";
}
