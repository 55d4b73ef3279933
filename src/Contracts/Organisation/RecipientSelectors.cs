using System.Collections.Immutable;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Contracts.Organisation;

/// <summary>
/// The language of recipients: <c>everyone</c>, <c>communes</c>, <c>communes:11</c>, <c>provinces</c>, <c>central</c>,
/// <c>bodies</c>, <c>bodies:11</c>, <c>unit:CODE</c>. Groups leave out who does not receive; a unit named itself that
/// does not receive is refused. The issuing body receives nothing of its own: it counts as one that does not.
/// </summary>
public static class RecipientSelectors
{
    public const string Everyone = "everyone";
    public const string Communes = "communes";
    public const string Provinces = "provinces";
    public const string Central = "central";
    public const string Bodies = "bodies";
    public const string UnitPrefix = "unit:";

    /// <summary>The most selectors of one request, and the most units of one recipient set.</summary>
    public const int SelectorsMax = 10_000;

    /// <summary>The selector of one unit.</summary>
    public static string OfUnit(UnitFacts unit) => UnitPrefix + unit.Code;

    /// <summary>The selector of a group within a province.</summary>
    public static string Within(string group, string tile) => $"{group}:{tile}";

    /// <summary>
    /// The units of <paramref name="recipients"/> without those of <paramref name="except"/>. An excepted unit may
    /// be one that does not receive.
    /// </summary>
    public static RecipientSelection Select(
        OrganisationMap map, IEnumerable<string> recipients, IEnumerable<string> except, UnitId? issuer = null)
    {
        var refused = ImmutableArray.CreateBuilder<RefusedSelector>();
        var chosen = new bool[map.Units.Length];
        foreach (var selector in recipients)
        {
            if (Mark(map, selector, chosen, issuer, value: true) is { } reason)
                refused.Add(new RefusedSelector(selector, reason));
        }

        foreach (var selector in except)
        {
            if (Mark(map, selector, chosen, issuer, value: false) is RefusalCode.UnknownUnit)
                refused.Add(new RefusedSelector(selector, RefusalCode.UnknownUnit));
        }

        return new RecipientSelection(map.SetOf(chosen), refused.ToImmutable());
    }

    /// <summary>The recipient set, or the first reason why there is none.</summary>
    public static Outcome<RecipientSet> Resolve(
        OrganisationMap map, IReadOnlyCollection<string> recipients, IReadOnlyCollection<string> except, UnitId? issuer = null)
    {
        if (recipients.Count + except.Count > SelectorsMax)
            return new Refusal(RefusalCode.TooManyRecipients, "recipients");
        var selection = Select(map, recipients, except, issuer);
        if (!selection.Refused.IsEmpty)
        {
            var first = selection.Refused[0];
            return new Refusal(first.Reason, "recipients", ImmutableDictionary<string, string>.Empty.Add("selector", first.Selector));
        }

        return selection.Set.Units.Length switch
        {
            0 => new Refusal(RefusalCode.NoRecipients, "recipients"),
            > SelectorsMax => new Refusal(RefusalCode.TooManyRecipients, "recipients"),
            _ => selection.Set,
        };
    }

    /// <summary>The units of a group, receiving or not; null when there is no such group.</summary>
    public static Func<UnitFacts, bool>? Group(OrganisationMap map, string selector)
    {
        var colon = selector.IndexOf(':', StringComparison.Ordinal);
        var group = colon < 0 ? selector : selector[..colon];
        var tile = colon < 0 ? null : selector[(colon + 1)..];
        if (tile is not null && (map.Tile(tile) is null || group is not (Communes or Bodies)))
            return null;
        UnitKind? kind = group switch
        {
            Communes => UnitKind.Commune,
            Provinces => UnitKind.Province,
            Central => UnitKind.CentralBody,
            Bodies => UnitKind.ProvincialBody,
            _ => null,
        };
        if (group == Everyone && tile is null)
            return _ => true;
        return kind is null ? null : unit => unit.Kind == kind && (tile is null || unit.Tile == tile);
    }

    private static RefusalCode? Mark(OrganisationMap map, string selector, bool[] chosen, UnitId? issuer, bool value)
    {
        if (selector.StartsWith(UnitPrefix, StringComparison.Ordinal))
        {
            var index = map.IndexOf(selector[UnitPrefix.Length..]);
            if (index < 0)
                return RefusalCode.UnknownUnit;
            if (!map.Units[index].Receives || map.Units[index].Id == issuer)
                return RefusalCode.UnitDoesNotReceive;
            chosen[index] = value;
            return null;
        }

        if (Group(map, selector) is not { } contains)
            return RefusalCode.UnknownUnit;
        for (var index = 0; index < chosen.Length; index++)
        {
            var unit = map.Units[index];
            if (unit.Receives && unit.Id != issuer && contains(unit))
                chosen[index] = value;
        }

        return null;
    }
}
