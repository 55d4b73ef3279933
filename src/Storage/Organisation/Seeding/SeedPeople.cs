using System.Collections.Immutable;
using System.Globalization;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Organisation.Seeding;

/// <summary>
/// The desks, posts and people of one size, unit by unit. The first clerk, leader, specialist and administrator of a
/// registering unit sit in the unit itself and sign in as <c>clerk.CODE</c> and so on, in lower case; the others sit in
/// its sub-units. 3 % of all people hold a second post, in the committee above their body; 1 % hold the post of their
/// body's head beside their own for a year, to act for him or her. Of a merged unit there are those who held its seats to
/// the end; they come last, so that they change nobody else's id or name.
/// </summary>
internal sealed class SeedPeople(SeedPlan plan, IReadOnlyList<UnitRow> units, ulong seed)
{
    private const double LeaderShare = 0.15;
    private const double SecondPostShare = 0.03;
    private const double ActingShare = 0.01;
    private const int LeadersInUnitMax = 3;
    private const int CommunePeopleMin = 18;
    private const int CommunePeopleMax = 60;
    private const double CommunePeopleMean = 30;
    private const double CommunePeopleSigma = 0.35;

    private readonly SeededRandom _random = new(seed);
    private readonly List<IRow> _rows = [];
    private readonly Dictionary<UnitId, ImmutableArray<UnitRow>> _rooms = units
        .Where(unit => !unit.Registers)
        .GroupBy(unit => unit.Parent!.Value)
        .ToDictionary(rooms => rooms.Key, rooms => rooms.ToImmutableArray());

    private readonly Dictionary<UnitId, SeatId> _formerDesks = [];
    private readonly List<FormerStaff> _former = [];

    private int _seats;
    private int _officials;
    private int _secondPosts;
    private int _acting;

    /// <summary>How many officials have been made so far.</summary>
    public int Officials => _officials;

    /// <summary>Who worked in the merged units; complete behind the rows.</summary>
    public IReadOnlyList<FormerStaff> Former => _former;

    /// <summary>The rows of each registering unit, in tree order, of the operator and of who worked in merged units; one enumeration only.</summary>
    public IEnumerable<ImmutableArray<IRow>> Rows()
    {
        foreach (var unit in units.Where(unit => unit.Registers))
        {
            Fill(unit);
            yield return Take();
        }

        var post = AddSeat(SeatKind.Post, SeatRole.Operator, null, SeedTitles.Operator);
        Hold(post, AddOfficial("operator", Secrecy.Normal));
        foreach (var unit in units.Where(unit => _formerDesks.ContainsKey(unit.Id)))
            AddFormer(unit);
        yield return Take();
    }

    private ImmutableArray<IRow> Take()
    {
        ImmutableArray<IRow> rows = [.. _rows];
        _rows.Clear();
        return rows;
    }

    private void Fill(UnitRow unit)
    {
        var desk = AddSeat(SeatKind.Desk, SeatRole.Clerk, unit.Id, SeedTitles.Desk);
        if (unit.ValidTo is not null)
        {
            _formerDesks.Add(unit.Id, desk);
            return;
        }

        var clerks = Clerks(unit);
        for (var place = 1; place <= clerks; place++)
            Hold(desk, AddOfficial(SignIn("clerk", place, unit), Cleared(unit)));
        var people = Math.Max(HeadCount(unit), SeedPlan.PeoplePerBodyMin) - 1;
        var leaders = plan.FourEach ? 1 : Math.Max(1, (int)Math.Round(people * LeaderShare, MidpointRounding.AwayFromZero));
        var posts = new List<(SeatId Post, OfficialId Holder)>();
        for (var place = 1; place <= leaders; place++)
            posts.Add(AddLeader(unit, place));
        AddPost(unit, SeatRole.UnitAdmin, SeedTitles.UnitAdmin, AddOfficial(SignIn("admin", 1, unit), Secrecy.Normal));
        var specialists = plan.FourEach ? 1 : Math.Max(1, people + 1 - clerks - leaders - 1);
        for (var place = 1; place <= specialists; place++)
            posts.Add(AddSpecialist(unit, place));
        // A deputy where there is one, else the last specialist. The committees' own heads act in person.
        if (unit.Kind is not (UnitKind.Centre or UnitKind.Province) && _acting + 1 <= ActingShare * _officials)
            ActFor(posts[0].Post, (leaders > 1 ? posts[1] : posts[^1]).Holder);
    }

    /// <summary>Clerk, leader and specialist until the unit was merged: their names stand in its books. Their accounts are closed.</summary>
    private void AddFormer(UnitRow unit)
    {
        var (desk, last) = (_formerDesks[unit.Id], unit.ValidTo!.Value);
        var leads = AddSeat(SeatKind.Post, SeatRole.Leader, unit.Id, SeedTitles.Leader(unit.Kind, isHead: true));
        var drafts = AddSeat(SeatKind.Post, SeatRole.Specialist, unit.Id, SeedTitles.Specialist);
        ImmutableArray<SeatId> seats = [desk, leads, drafts];
        var people = seats.Select((seat, place) => Closed(seat, SignIn("former", place + 1, unit), last)).ToImmutableArray();
        _former.Add(new FormerStaff(unit, desk, leads, drafts, people[0], people[1], people[2]));
    }

    private OfficialId Closed(SeatId seat, string signIn, DateOnly last)
    {
        var official = new OfficialId(++_officials);
        _rows.Add(new OfficialRow
        {
            Id = official,
            SignIn = signIn,
            Name = InventedNames.Next(_random),
            DisabledAt = new DateTimeOffset(last, TimeOnly.MinValue, SeedTree.Office),
        });
        _rows.Add(new SeatHolderRow { Seat = seat, Official = official, ValidFrom = SeedTree.InForce, ValidTo = last });
        return official;
    }

    private (SeatId Post, OfficialId Holder) AddLeader(UnitRow unit, int place)
    {
        var official = AddOfficial(SignIn("leader", place, unit), Cleared(unit));
        var seated = place <= LeadersInUnitMax ? unit : Room(unit, place - LeadersInUnitMax - 1);
        return AddPost(seated, SeatRole.Leader, SeedTitles.Leader(seated.Kind, place == 1 || seated != unit), official);
    }

    private (SeatId Post, OfficialId Holder) AddSpecialist(UnitRow unit, int place)
    {
        var clearance = _random.Next(5) == 0 ? Secrecy.Confidential : Secrecy.Normal;
        var official = AddOfficial(SignIn("specialist", place, unit), clearance);
        var post = AddPost(place == 1 ? unit : Room(unit, place), SeatRole.Specialist, SeedTitles.Specialist, official);
        // Only bodies have a committee above them to hold a post in; their share makes up for everybody's so far.
        if (unit.Kind is UnitKind.CentralBody or UnitKind.ProvincialBody && _secondPosts + 1 <= SecondPostShare * _officials)
        {
            _secondPosts++;
            AddPost(units[unit.Parent!.Value.Value - 1], SeatRole.Specialist, SeedTitles.Specialist, official);
        }

        return post;
    }

    /// <summary>Holds somebody else's post for a time; its inbox and its rights come with it and go with it.</summary>
    private void ActFor(SeatId post, OfficialId official)
    {
        _acting++;
        _rows.Add(new SeatHolderRow
        {
            Seat = post,
            Official = official,
            ValidFrom = SeedTree.ActingFrom,
            ValidTo = SeedTree.ActingFrom.AddYears(1),
        });
    }

    private UnitRow Room(UnitRow unit, int place)
    {
        var rooms = _rooms[unit.Id];
        return rooms[place % rooms.Length];
    }

    private static int Clerks(UnitRow unit) => unit.Kind switch
    {
        UnitKind.Centre => SeedPlan.ClerksAtCentre,
        UnitKind.Province => SeedPlan.ClerksPerProvince,
        _ => 1,
    };

    private int HeadCount(UnitRow unit)
    {
        if (plan.FourEach)
            return SeedPlan.PeoplePerBodyMin;
        return unit.Kind switch
        {
            UnitKind.Centre or UnitKind.CentralBody => Split(plan.PeopleAtCentre, plan.CentralBodiesMax + 1),
            UnitKind.Province or UnitKind.ProvincialBody => Split(plan.PeoplePerProvince, plan.ProvincialBodiesMax + 1),
            _ => CommuneHeadCount(),
        };
    }

    /// <summary>A share of a total, rounded up or down at random so that the sum comes out about right.</summary>
    private int Split(int total, int bodies) => (total / bodies) + (_random.Next(bodies) < total % bodies ? 1 : 0);

    /// <summary>Log-normal with mean 30, from 18 to 60.</summary>
    private int CommuneHeadCount()
    {
        var mu = Math.Log(CommunePeopleMean) - (CommunePeopleSigma * CommunePeopleSigma / 2);
        var people = (int)Math.Round(Math.Exp(mu + (CommunePeopleSigma * _random.NextNormal())), MidpointRounding.AwayFromZero);
        return Math.Clamp(people, CommunePeopleMin, CommunePeopleMax);
    }

    /// <summary>Confidential down to communes, secret at provinces and the centre (DOMAIN §5).</summary>
    private static Secrecy Cleared(UnitRow unit) =>
        unit.Kind == UnitKind.Commune ? Secrecy.Confidential : Secrecy.Secret;

    private static string SignIn(string role, int place, UnitRow unit)
    {
        var number = place == 1 ? "" : place.ToString(CultureInfo.InvariantCulture);
        return $"{role}{number}.{unit.Code}".ToLowerInvariant();
    }

    private OfficialId AddOfficial(string signIn, Secrecy clearance)
    {
        var official = new OfficialId(++_officials);
        _rows.Add(new OfficialRow
        {
            Id = official,
            SignIn = signIn,
            Name = InventedNames.Next(_random),
            Clearance = clearance,
            Demo = true,
        });
        Hold(AddSeat(SeatKind.Person, SeatRole.Person, null, ""), official);
        return official;
    }

    private (SeatId Post, OfficialId Holder) AddPost(UnitRow unit, SeatRole role, string title, OfficialId holder)
    {
        var post = AddSeat(SeatKind.Post, role, unit.Id, title);
        Hold(post, holder);
        return (post, holder);
    }

    private SeatId AddSeat(SeatKind kind, SeatRole role, UnitId? unit, string title)
    {
        var seat = new SeatId(++_seats);
        _rows.Add(new SeatRow { Id = seat, Kind = kind, Role = role, Unit = unit, Title = title });
        return seat;
    }

    private void Hold(SeatId seat, OfficialId official) =>
        _rows.Add(new SeatHolderRow { Seat = seat, Official = official, ValidFrom = SeedTree.InForce });
}
