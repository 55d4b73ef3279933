using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Organisation.Importing;

/// <summary>
/// Reads a file of units: <c>code,parent_code,kind,name</c> and, if wanted, <c>name_en,organ,registers,receives,valid_from,valid_to,
/// successor_code,profile</c>. Parents may stand in the file, in any order, or in the store. Pure.
/// </summary>
internal static class UnitImport
{
    private const int CodeCharsMax = 30;
    private const int NameCharsMax = 300;
    private const int OrganCharsMax = 30;

    private static readonly string[] Required = ["code", "parent_code", "kind", "name"];
    private static readonly string[] Optional = ["name_en", "organ", "registers", "receives", "valid_from", "valid_to", "successor_code", "profile"];

    /// <summary>The units, parents before children; complete only when there are no faults.</summary>
    public static (List<UnitRow> Units, List<ImportFault> Faults) Read(string text, ImportScene scene)
    {
        var table = ImportTable.Read("units", text, Required, Optional);
        var lines = Lines(table, scene);
        var ordered = InTreeOrder(table, lines, scene);
        var ids = ordered.Select((line, index) => (line.Code, Id: new UnitId(scene.Base.Units + index + 1)))
            .ToDictionary(pair => pair.Code, pair => pair.Id, StringComparer.OrdinalIgnoreCase);
        var tiles = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var units = new List<UnitRow>();
        foreach (var line in ordered)
        {
            tiles[line.Code] = line.Kind is UnitKind.Province or UnitKind.Centre ? line.Code : TileOf(line.Parent);
            units.Add(line.ToRow(ids[line.Code], IdOf(line.Parent), tiles[line.Code], IdOf(line.Successor)));
        }

        return (units, table.Faults);

        UnitId? IdOf(string code) => code.Length == 0 ? null : ids.TryGetValue(code, out var id) ? id : scene.Units[code].Id;

        string TileOf(string parent) => tiles.TryGetValue(parent, out var tile) ? tile : scene.Units[parent].Tile;
    }

    private static Dictionary<string, Line> Lines(ImportTable table, ImportScene scene)
    {
        var lines = new Dictionary<string, Line>(StringComparer.OrdinalIgnoreCase);
        foreach (var record in table.Records)
        {
            var faultsBefore = table.Faults.Count;
            var kind = table.Word(record, "kind", UnitKind.SubUnit);
            var registers = table.Flag(record, "registers", kind != UnitKind.SubUnit);
            var line = new Line(
                record.Line,
                table.Text(record, "code", CodeCharsMax),
                table.Field(record, "parent_code"),
                kind,
                table.Text(record, "name", NameCharsMax),
                table.Field(record, "name_en"),
                table.Field(record, "organ"),
                registers,
                table.Flag(record, "receives", registers),
                table.Date(record, "valid_from", scene.Today)!.Value,
                table.Date(record, "valid_to", null),
                table.Field(record, "successor_code"),
                table.Word(record, "profile", NumberingProfile.Party));
            if (line.Organ.Length > OrganCharsMax || line.NameEn.Length > NameCharsMax)
                table.Fault(record.Line, "organ or name_en is too long");
            if (scene.Units.ContainsKey(line.Code))
                table.Fault(record.Line, $"code {line.Code} is in the store already");
            else if (lines.TryGetValue(line.Code, out var other))
                table.Fault(record.Line, $"code {line.Code} stands on line {other.Number} already");
            else if (table.Faults.Count == faultsBefore)
                lines.Add(line.Code, line);
        }

        return lines;
    }

    /// <summary>Parents first. What cannot be reached from the store or from a root is faulty: unknown parents and cycles.</summary>
    private static List<Line> InTreeOrder(ImportTable table, Dictionary<string, Line> lines, ImportScene scene)
    {
        CheckLinks(table, lines, scene);
        var children = lines.Values.ToLookup(line => line.Parent, StringComparer.OrdinalIgnoreCase);
        var open = new Queue<Line>(lines.Values.Where(line => line.Parent.Length == 0 || scene.Units.ContainsKey(line.Parent)));
        var ordered = new List<Line>();
        while (open.TryDequeue(out var line))
        {
            ordered.Add(line);
            foreach (var child in children[line.Code])
                open.Enqueue(child);
        }

        var reached = ordered.Select(line => line.Number).ToHashSet();
        foreach (var line in lines.Values.Where(line => !reached.Contains(line.Number)).OrderBy(line => line.Number))
        {
            if (lines.ContainsKey(line.Parent))
                table.Fault(line.Number, $"parent_code {line.Parent} leads into a cycle or to a faulty line");
        }

        // With faults nothing is loaded; only lines whose links all hold are worked on further.
        return table.Faults.Count == 0 ? ordered : [];
    }

    private static void CheckLinks(ImportTable table, Dictionary<string, Line> lines, ImportScene scene)
    {
        var hasRoot = scene.Units.Values.Any(unit => unit.Kind == UnitKind.Centre);
        foreach (var line in lines.Values)
        {
            if (line.Parent.Length == 0 && line.Kind != UnitKind.Centre)
                table.Fault(line.Number, "parent_code is empty; only the centre has none");
            else if (line.Parent.Length == 0 && hasRoot)
                table.Fault(line.Number, "there is a centre already");
            else if (line.Parent.Length > 0 && !Exists(line.Parent))
                table.Fault(line.Number, $"parent_code {line.Parent} is unknown");
            hasRoot |= line.Parent.Length == 0;
            if (line.Successor.Length > 0 && !Exists(line.Successor))
                table.Fault(line.Number, $"successor_code {line.Successor} is unknown");
            // Its documents and registers become the successor's on that day.
            if (line.Successor.Length > 0 && line.ValidTo is null)
                table.Fault(line.Number, "successor_code is given without valid_to");
            if (line.ValidTo <= line.ValidFrom)
                table.Fault(line.Number, "valid_to is not after valid_from");
        }

        bool Exists(string code) => lines.ContainsKey(code) || scene.Units.ContainsKey(code);
    }

    private sealed record Line(
        int Number,
        string Code,
        string Parent,
        UnitKind Kind,
        string Name,
        string NameEn,
        string Organ,
        bool Registers,
        bool Receives,
        DateOnly ValidFrom,
        DateOnly? ValidTo,
        string Successor,
        NumberingProfile Profile)
    {
        public UnitRow ToRow(UnitId id, UnitId? parent, string tile, UnitId? successor) => new()
        {
            Id = id,
            Code = Code,
            Parent = parent,
            Kind = Kind,
            Tile = tile,
            Name = Name,
            NameEn = NameEn.Length > 0 ? NameEn : Name,
            Organ = Organ,
            Profile = Profile,
            Registers = Registers,
            Receives = Receives,
            ValidFrom = ValidFrom,
            ValidTo = ValidTo,
            Successor = successor,
        };
    }
}
