using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PartyRealtime.Contracts.Organisation;

/// <summary>Makes a map from rows. Pure; one pass over each kind of row.</summary>
public sealed class OrganisationMapBuilder(long version, DateOnly day)
{
    private readonly List<UnitRow> _units = [];
    private readonly Dictionary<int, List<SeatFacts>> _seats = [];
    private readonly Dictionary<string, string> _titles = [];
    private readonly Dictionary<string, string> _provinces = [];
    private readonly Dictionary<int, int> _index = [];
    private readonly List<SharedPerson> _shared = [];
    private readonly Dictionary<int, bool> _ofPerson = [];
    private readonly HashSet<SeatId> _heldByLeaders = [];
    private int[] _home = [];
    private int[] _people = [];
    private int[] _notified = [];
    private int _person;

    /// <summary>Adds every unit; call once, before anything else. Order does not matter.</summary>
    public OrganisationMapBuilder AddUnits(IEnumerable<UnitRow> rows)
    {
        var children = rows.OrderBy(row => row.Id.Value).ToLookup(row => row.Parent?.Value ?? 0);
        var open = new Stack<UnitRow>(children[0].Reverse());
        while (open.TryPop(out var row))
        {
            _index.Add(row.Id.Value, _units.Count);
            _units.Add(row);
            foreach (var child in children[row.Id.Value].Reverse())
                open.Push(child);
        }

        _people = new int[_units.Count];
        _notified = new int[_units.Count];
        _home = new int[_units.Count];
        for (var index = 0; index < _units.Count; index++)
        {
            var row = _units[index];
            _home[index] = row.Registers || row.Parent is null ? index : _home[_index[row.Parent.Value.Value]];
        }

        return this;
    }

    /// <summary>Adds a desk or post. Seats of one unit are kept in the order of their ids.</summary>
    public OrganisationMapBuilder AddSeat(SeatId id, SeatKind kind, SeatRole role, UnitId unit, string title)
    {
        if (!_titles.TryGetValue(title, out var interned))
            _titles.Add(title, interned = title);
        ref var seats = ref CollectionsMarshal.GetValueRefOrAddDefault(_seats, unit.Value, out _);
        (seats ??= []).Add(new SeatFacts(id, kind, role, unit, interned));
        return this;
    }

    /// <summary>Adds who holds a desk or post today. Holdings of one person must follow each other.</summary>
    public OrganisationMapBuilder AddHolding(HeldToday held)
    {
        if (held.Official.Value != _person)
        {
            CountPerson();
            _person = held.Official.Value;
        }

        if (held is { Role: SeatRole.Leader, Disabled: false })
            _heldByLeaders.Add(held.Seat);
        if (_index.TryGetValue(held.Unit.Value, out var index))
        {
            var isNotified = held.Role is SeatRole.Clerk or SeatRole.Leader;
            var home = _home[index];
            _ofPerson[home] = (_ofPerson.GetValueOrDefault(home)) || isNotified;
            if (home != index)
                _ofPerson[index] = (_ofPerson.GetValueOrDefault(index)) || isNotified;
        }

        return this;
    }

    public OrganisationMap Build()
    {
        CountPerson();
        foreach (var province in _units.Where(unit => unit.Kind == UnitKind.Province))
            _provinces[province.Tile] = TileName.Of(province.Name);
        var units = ImmutableArray.CreateBuilder<UnitFacts>(_units.Count);
        for (var index = 0; index < _units.Count; index++)
            units.Add(Facts(index));
        return new OrganisationMap(version, day, units.MoveToImmutable(), _seats.Values.SelectMany(seats => seats), [.. _shared]);
    }

    /// <summary>Counts the person of the holdings so far: once in each unit, and as shared where there are several.</summary>
    private void CountPerson()
    {
        foreach (var (index, isNotified) in _ofPerson)
        {
            _people[index]++;
            _notified[index] += isNotified ? 1 : 0;
        }

        var homes = _ofPerson.Where(entry => _units[entry.Key].Registers).ToImmutableArray();
        if (homes.Length > 1)
            _shared.Add(new SharedPerson([.. homes.Select(entry => entry.Key)], [.. homes.Select(entry => entry.Value)]));
        _ofPerson.Clear();
    }

    private UnitFacts Facts(int index)
    {
        var row = _units[index];
        var seats = _seats.GetValueOrDefault(row.Id.Value) ?? [];
        seats.Sort((x, y) => x.Seat.Value.CompareTo(y.Seat.Value));
        var hasEnded = row.ValidTo <= day;
        var isValid = row.ValidFrom <= day && !hasEnded;
        return new UnitFacts
        {
            Id = row.Id,
            Code = row.Code,
            Kind = row.Kind,
            Parent = row.Parent,
            Tile = row.Tile,
            Name = row.Name,
            NameEn = row.NameEn,
            Province = row.Kind == UnitKind.Province ? null : TileName.Behind(row.Name, _provinces.GetValueOrDefault(row.Tile)),
            Organ = row.Organ,
            Profile = row.Profile,
            Registers = row.Registers,
            Receives = isValid && row.Registers && row.Receives && seats.Exists(seat => seat.Kind == SeatKind.Desk),
            IsValid = isValid,
            HasEnded = hasEnded,
            EndsOn = row.ValidTo,
            Successor = row.Successor,
            Desk = seats.Find(seat => seat.Kind == SeatKind.Desk)?.Seat,
            Posts = [.. seats.Where(seat => seat.Kind == SeatKind.Post)],
            LeaderInOffice = seats.Find(seat => seat.Kind == SeatKind.Post && _heldByLeaders.Contains(seat.Seat))?.Seat,
            People = _people[index],
            NotifiedNow = _notified[index],
        };
    }
}
