using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Organisation;

/// <summary>
/// The unit tree with its desks, posts and people counts on one day: immutable, one object for all readers of a node.
/// Officials are not in it. About 40 MB at 17,000 units and 300,000 seats.
/// </summary>
public sealed class OrganisationMap
{
    private readonly Dictionary<int, int> _byId;
    private readonly Dictionary<string, int> _byCode;
    private readonly int[][] _children;
    private readonly ILookup<int, int> _predecessors;
    private readonly SeatFacts[] _seats;
    private readonly ImmutableArray<SharedPerson> _shared;
    private readonly Dictionary<string, int> _tiles;
    private readonly Lazy<UnitSearch> _search;
    private readonly Lazy<RecipientTree> _recipients;

    internal OrganisationMap(
        long version,
        DateOnly day,
        ImmutableArray<UnitFacts> units,
        IEnumerable<SeatFacts> seats,
        ImmutableArray<SharedPerson> shared)
    {
        Version = version;
        Day = day;
        Units = units;
        _shared = shared;
        _seats = [.. seats.OrderBy(seat => seat.Seat.Value)];
        _byId = new Dictionary<int, int>(units.Length);
        _byCode = new Dictionary<string, int>(units.Length, StringComparer.OrdinalIgnoreCase);
        _tiles = [];
        for (var index = 0; index < units.Length; index++)
        {
            _byId.Add(units[index].Id.Value, index);
            _byCode.Add(units[index].Code, index);
            if (units[index].Kind is UnitKind.Province or UnitKind.Centre)
                _tiles[units[index].Tile] = index;
        }

        var children = Enumerable.Range(0, units.Length).ToLookup(index => units[index].Parent?.Value ?? 0);
        _children = [.. units.Select(unit => children[unit.Id.Value].ToArray())];
        _predecessors = Enumerable.Range(0, units.Length)
            .Where(index => units[index] is { HasEnded: true, Successor: not null })
            .ToLookup(index => units[index].Successor!.Value.Value);
        _search = new Lazy<UnitSearch>(() => new UnitSearch(this));
        _recipients = new Lazy<RecipientTree>(() => new RecipientTree(this));
    }

    /// <summary>The head of the organisation stream that this map was read at.</summary>
    public long Version { get; }

    /// <summary>The day whose validity dates it shows, in Asia/Ho_Chi_Minh.</summary>
    public DateOnly Day { get; }

    /// <summary>Every unit, parents before children, siblings in the order of their ids. Units that are no more included.</summary>
    public ImmutableArray<UnitFacts> Units { get; }

    /// <summary>Names folded for search, made at the first search.</summary>
    public UnitSearch Search => _search.Value;

    /// <summary>The lines of the recipient tree.</summary>
    public RecipientTree Recipients => _recipients.Value;

    public UnitFacts? Unit(UnitId id) => _byId.TryGetValue(id.Value, out var index) ? Units[index] : null;

    /// <summary>By code, in any letter case.</summary>
    public UnitFacts? Unit(string code) => IndexOf(code) is >= 0 and var index ? Units[index] : null;

    /// <summary>The place in <see cref="Units"/>, or -1.</summary>
    public int IndexOf(string code) => _byCode.TryGetValue(code, out var index) ? index : -1;

    /// <summary>A desk or post; null for person seats and unknown ones.</summary>
    public SeatFacts? Seat(SeatId id)
    {
        var (low, high) = (0, _seats.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = _seats[middle].Seat.Value.CompareTo(id.Value);
            if (found == 0)
                return _seats[middle];
            if (found < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return null;
    }

    /// <summary>The unit that stands for a board tile: a province's committee or the centre.</summary>
    public UnitFacts? Tile(string tile) => _tiles.TryGetValue(tile, out var index) ? Units[index] : null;

    /// <summary>The tiles in tree order.</summary>
    public IEnumerable<UnitFacts> Tiles => _tiles.Values.Order().Select(index => Units[index]);

    public IEnumerable<UnitFacts> Children(UnitId unit) =>
        _byId.TryGetValue(unit.Value, out var index) ? _children[index].Select(child => Units[child]) : [];

    /// <summary>The unit itself, then the rooms and departments below it that keep no registers of their own.</summary>
    public IReadOnlyList<UnitFacts> Branch(UnitId unit)
    {
        if (!_byId.TryGetValue(unit.Value, out var root))
            return [];
        var branch = new List<UnitFacts>();
        var open = new Stack<int>([root]);
        while (open.TryPop(out var index))
        {
            branch.Add(Units[index]);
            for (var child = _children[index].Length - 1; child >= 0; child--)
            {
                if (!Units[_children[index][child]].Registers)
                    open.Push(_children[index][child]);
            }
        }

        return branch;
    }

    /// <summary>The unit itself when it keeps registers, else the nearest one above that does.</summary>
    public UnitFacts? RegisteringUnit(UnitId unit) => Ladder(unit) is [.., var body] ? body : null;

    /// <summary>
    /// The unit and each one above it, up to and with the body that keeps its registers: whose leaders may be asked to review
    /// what is written there. Empty for an unknown unit and for one below no such body.
    /// </summary>
    public ImmutableArray<UnitFacts> Ladder(UnitId unit)
    {
        var steps = ImmutableArray.CreateBuilder<UnitFacts>();
        for (var at = Unit(unit); at is not null; at = at.Parent is { } parent ? Unit(parent) : null)
        {
            steps.Add(at);
            if (at.Registers)
                return steps.ToImmutable();
        }

        return [];
    }

    /// <summary>
    /// Units that were merged into this one, at any remove: what they have left is read here. A unit that has not ended by
    /// <see cref="Day"/> is none of them, whatever successor it names: a merger is written before its day.
    /// </summary>
    public ImmutableArray<UnitId> Predecessors(UnitId unit)
    {
        if (!_predecessors.Contains(unit.Value))
            return [];
        var found = ImmutableArray.CreateBuilder<UnitId>();
        var open = new Queue<int>([unit.Value]);
        while (open.TryDequeue(out var at))
        {
            foreach (var index in _predecessors[at])
            {
                var id = Units[index].Id;
                if (found.Contains(id))
                    continue;
                found.Add(id);
                open.Enqueue(id.Value);
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The set of the units marked in <paramref name="chosen"/> (by place); each person counted once.</summary>
    internal RecipientSet SetOf(bool[] chosen)
    {
        var units = ImmutableArray.CreateBuilder<UnitFacts>();
        var (people, notified) = (0, 0);
        for (var index = 0; index < chosen.Length; index++)
        {
            if (!chosen[index])
                continue;
            units.Add(Units[index]);
            people += Units[index].People;
            notified += Units[index].NotifiedNow;
        }

        foreach (var person in _shared)
        {
            var (seats, notices) = (0, 0);
            for (var place = 0; place < person.Units.Length; place++)
            {
                if (!chosen[person.Units[place]])
                    continue;
                seats++;
                notices += person.Notified[place] ? 1 : 0;
            }

            people -= Math.Max(0, seats - 1);
            notified -= Math.Max(0, notices - 1);
        }

        return new RecipientSet(units.ToImmutable(), people, notified);
    }
}
