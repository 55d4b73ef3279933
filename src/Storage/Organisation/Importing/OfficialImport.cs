using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Organisation.Importing;

/// <summary>
/// Reads a file of officials: <c>sign_in,name,unit_code,role</c> and, if wanted, <c>title,clearance,valid_from,valid_to,
/// acting_for</c>. A person who holds several seats has a line for each. Clerks hold the unit's desk, who acts for somebody that
/// one's seat, everybody else a post of the own. Pure.
/// </summary>
internal static class OfficialImport
{
    private const int SignInCharsMax = 100;
    private const int NameCharsMax = 100;
    private const int TitleCharsMax = 100;

    private static readonly string[] Required = ["sign_in", "name", "unit_code", "role"];
    private static readonly string[] Optional = ["title", "clearance", "valid_from", "valid_to", "acting_for"];

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

    /// <summary>Everybody whom the file names, to be looked up in the store.</summary>
    public static IReadOnlySet<string> Named(string? text)
    {
        if (text is null)
            return new HashSet<string>();
        var table = ImportTable.Read("officials", text, Required, Optional);
        return table.Records
            .SelectMany(record => new[] { table.Field(record, "sign_in"), table.Field(record, "acting_for") })
            .Where(name => name.Length > 0)
            .Select(name => name.ToLowerInvariant())
            .ToHashSet();
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
        var actingFor = table.Field(record, "acting_for").ToLowerInvariant();
        if (signIn.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('.' or '-' or '_')))
            table.Fault(record.Line, $"sign_in {signIn} may hold letters a-z, digits, '.', '-' and '_' only");
        if (scene.Officials.ContainsKey(signIn) && actingFor.Length == 0)
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
        if (actingFor.Length > 0)
            ReadActing(table, record, state, new Acting(signIn, name, clearance, actingFor, role, code, from, to), faultsBefore);
        else if (table.Faults.Count == faultsBefore)
            state.AddSeat(state.Person(signIn, name, clearance), unit!, role, title, from, to);
    }

    /// <summary>
    /// Somebody holds another's seat for a time: the one whom acting_for names must hold it over all of that time, and it must
    /// end. What a line of this file lets somebody act in cannot be passed on.
    /// </summary>
    private static void ReadActing(ImportTable table, CsvRecord record, Seats state, Acting acting, int faultsBefore)
    {
        if (acting.To is null)
            table.Fault(record.Line, "valid_to is empty; who acts for somebody does so for a time");
        if (acting.For == acting.SignIn)
            table.Fault(record.Line, $"acting_for {acting.For} is the person of the line");
        if (!state.IsKnown(acting.For))
            table.Fault(record.Line, $"acting_for {acting.For} is neither in the store nor on an earlier line");
        else if (state.PostOf(acting) is not { } post)
            table.Fault(record.Line, $"acting_for {acting.For} is no {acting.Role} of {acting.Unit} from {acting.From:yyyy-MM-dd} on");
        else if (post.To is { } end && end < acting.To)
            table.Fault(record.Line, $"acting_for {acting.For} holds the seat until {end:yyyy-MM-dd} only");
        else if (table.Faults.Count == faultsBefore)
            state.AddActing(acting, post);
    }

    private sealed record Acting(
        string SignIn, string Name, Secrecy Clearance, string For, SeatRole Role, string Unit, DateOnly From, DateOnly? To);

    /// <summary>Seats and people as they are numbered.</summary>
    private sealed class Seats(ImportScene scene)
    {
        private readonly Dictionary<string, List<ExistingPost>> _posts = [];
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
            if (!_posts.TryGetValue(person.SignIn, out var posts))
                _posts.Add(person.SignIn, posts = []);
            posts.Add(new ExistingPost(seat.Value, role, unit.Code, from, to));
        }

        public bool IsKnown(string signIn) => _posts.ContainsKey(signIn) || scene.Officials.ContainsKey(signIn);

        /// <summary>The seat that the person acted for holds when the acting begins; null when there is none.</summary>
        public ExistingPost? PostOf(Acting acting) =>
            (_posts.GetValueOrDefault(acting.For) ?? scene.Officials.GetValueOrDefault(acting.For)?.Posts ?? [])
            .FirstOrDefault(post =>
                post.Role == acting.Role
                && string.Equals(post.Unit, acting.Unit, StringComparison.OrdinalIgnoreCase)
                && post.From <= acting.From
                && (post.To is null || post.To > acting.From));

        public void AddActing(Acting acting, ExistingPost post)
        {
            var official = scene.Officials.TryGetValue(acting.SignIn, out var known)
                ? known.Id
                : Person(acting.SignIn, acting.Name, acting.Clearance).Id;
            Groups.Add([new SeatHolderRow { Seat = post.Seat, Official = official, ValidFrom = acting.From, ValidTo = acting.To }]);
        }
    }
}
