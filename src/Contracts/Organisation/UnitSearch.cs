using PartyRealtime.Contracts.Text;

namespace PartyRealtime.Contracts.Organisation;

/// <summary>Finds units by name or code without diacritics, from memory: one pass over folded names.</summary>
public sealed class UnitSearch
{
    private readonly (UnitFacts Unit, string Key, string MarkedKey)[] _entries;

    internal UnitSearch(OrganisationMap map) =>
        _entries = [.. map.Units.Where(unit => unit.IsValid && unit.Registers)
            .Select(unit => (unit, TextFold.Key(unit.Name), TextFold.MarkedKey(unit.Name)))];

    /// <summary>
    /// Units that keep registers today and whose code is the query or whose name has it at the start of a word. Exact
    /// marks rank before folded ones, the start of the name before later words, higher tiers before lower ones.
    /// </summary>
    public IReadOnlyList<UnitFacts> Find(string query, int take)
    {
        var key = TextFold.Key(query);
        if (key.Length == 0)
            return [];
        var marked = TextFold.MarkedKey(query);
        return [.. _entries
            .Select(entry => (entry.Unit, Rank: Rank(entry.Unit, entry.Key, entry.MarkedKey, key, marked)))
            .Where(hit => hit.Rank < int.MaxValue)
            .OrderBy(hit => hit.Rank)
            .ThenBy(hit => hit.Unit.Kind)
            .Select(hit => hit.Unit)
            .Take(take)];
    }

    private static int Rank(UnitFacts unit, string name, string markedName, string key, string marked)
    {
        if (string.Equals(unit.Code, key, StringComparison.OrdinalIgnoreCase))
            return 0;
        var place = AtWordStart(name, key);
        if (place < 0)
            return int.MaxValue;
        var exact = AtWordStart(markedName, marked) >= 0;
        var later = place > 0;
        return (exact ? 1 : 3) + (later ? 1 : 0);
    }

    private static int AtWordStart(string name, string query)
    {
        for (var at = name.IndexOf(query, StringComparison.Ordinal); at >= 0; at = name.IndexOf(query, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || !char.IsLetterOrDigit(name[at - 1]))
                return at;
        }

        return -1;
    }
}
