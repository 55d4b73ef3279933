using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Organisation.Importing;

/// <summary>
/// Reads a file of officials: <c>sign_in,name,unit_code,role</c> and, if wanted, <c>title,clearance,valid_from,valid_to</c>. A person
/// who holds several seats has a line for each. Clerks hold the unit's desk, everybody else a post of the own. Pure.
/// </summary>
internal static class OfficialImport
{
    private const int SignInCharsMax = 100;
    private const int NameCharsMax = 100;
    private const int TitleCharsMax = 100;

    private static readonly string[] Required = ["sign_in", "name", "unit_code", "role"];
    private static readonly string[] Optional = ["title", "clearance", "valid_from", "valid_to"];

    /// <summary>
    /// The rows of each person, behind the desks of the new units; complete only when there are no faults.
    /// </summary>
    public static (List<List<IRow>> Groups, int Officials, List<ImportFault> Faults) Read(
        string? text, IReadOnlyList<UnitRow> newUnits, ImportScene scene)
    {
        var state = new Seats(scene);
        foreach (var unit in newUnits)
            state.AddUnit(unit);
        if (text is null)
            return (state.Groups, 0, []);
        var table = ImportTable.Read("officials", text, Required, Optional);
        foreach (var record in table.Records)
            ReadLine(table, record, state, scene);
        return (state.Groups, state.People.Count, table.Faults);
    }

    private static void ReadLine(ImportTable table, CsvRecord record, Seats state, ImportScene scene)
    {
        var faultsBefore = table.Faults.Count;
        var signIn = table.Text(record, "sign_in", SignInCharsMax).ToLowerInvariant();
        var name = table.Text(record, "name", NameCharsMax);
        var role = table.Word(record, "role", SeatRole.Specialist);
        var clearance = table.Word(record, "clearance", Secrecy.Normal);
        var title = table.Field(record, "title");
        var from = table.Date(record, "valid_from", scene.Today)!.Value;
        var to = table.Date(record, "valid_to", null);
        if (signIn.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('.' or '-' or '_')))
            table.Fault(record.Line, $"sign_in {signIn} may hold letters a-z, digits, '.', '-' and '_' only");
        if (scene.SignIns.Contains(signIn))
            table.Fault(record.Line, $"sign_in {signIn} is in the store already");
        if (role is SeatRole.Person or SeatRole.Operator)
            table.Fault(record.Line, $"role {role} cannot be imported");
        if (title.Length > TitleCharsMax)
            table.Fault(record.Line, $"title has {title.Length} characters, at most {TitleCharsMax} are allowed");
        if (to <= from)
            table.Fault(record.Line, "valid_to is not after valid_from");
        var code = table.Text(record, "unit_code", SignInCharsMax);
        if (!state.Units.TryGetValue(code, out var unit) && code.Length > 0)
            table.Fault(record.Line, $"unit_code {code} is unknown");
        else if (unit is { Desk: null } && role == SeatRole.Clerk)
            table.Fault(record.Line, $"unit {code} keeps no registers, so it has no desk for a clerk");
        if (state.People.TryGetValue(signIn, out var person) && (person.Name != name || person.Clearance != clearance))
            table.Fault(record.Line, $"sign_in {signIn} has another name or clearance on an earlier line");
        if (table.Faults.Count == faultsBefore)
            state.AddSeat(state.Person(signIn, name, clearance), unit!, role, title, from, to);
    }

    /// <summary>Seats and people as they are numbered.</summary>
    private sealed class Seats(ImportScene scene)
    {
        private int _seats = scene.Base.Seats;

        public List<List<IRow>> Groups { get; } = [];

        public Dictionary<string, ExistingUnit> Units { get; } = new(scene.Units, StringComparer.OrdinalIgnoreCase);

        public Dictionary<string, OfficialRow> People { get; } = [];

        public void AddUnit(UnitRow unit)
        {
            SeatId? desk = null;
            if (unit.Registers)
            {
                desk = new SeatId(++_seats);
                Groups.Add([new SeatRow { Id = desk.Value, Kind = SeatKind.Desk, Role = SeatRole.Clerk, Unit = unit.Id, Title = "Văn thư" }]);
            }

            Units.Add(unit.Code, new ExistingUnit(unit.Id, unit.Code, unit.Kind, unit.Tile, desk));
        }

        public OfficialRow Person(string signIn, string name, Secrecy clearance)
        {
            if (People.TryGetValue(signIn, out var person))
                return person;
            person = new OfficialRow
            {
                Id = new OfficialId(scene.Base.Officials + People.Count + 1),
                SignIn = signIn,
                Name = name,
                Clearance = clearance,
            };
            People.Add(signIn, person);
            var own = new SeatId(++_seats);
            Groups.Add(
            [
                person,
                new SeatRow { Id = own, Kind = SeatKind.Person, Role = SeatRole.Person, Title = "" },
                new SeatHolderRow { Seat = own, Official = person.Id, ValidFrom = scene.Today },
            ]);
            return person;
        }

        public void AddSeat(OfficialRow person, ExistingUnit unit, SeatRole role, string title, DateOnly from, DateOnly? to)
        {
            var rows = new List<IRow>();
            var seat = unit.Desk;
            if (role != SeatRole.Clerk)
            {
                seat = new SeatId(++_seats);
                rows.Add(new SeatRow { Id = seat.Value, Kind = SeatKind.Post, Role = role, Unit = unit.Id, Title = title });
            }

            rows.Add(new SeatHolderRow { Seat = seat!.Value, Official = person.Id, ValidFrom = from, ValidTo = to });
            Groups.Add(rows);
        }
    }
}
