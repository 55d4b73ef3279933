using System.Collections.Immutable;
using System.Globalization;
using PartyRealtime.Contracts.Documents.Facts;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Word.Writing;

namespace PartyRealtime.Web.Papers;

/// <summary>To whom a document went, as its sheet names them: groups as they were chosen, units one by one.</summary>
internal static class PaperRecipients
{
    /// <summary>A longer list ends with how many more there are: the foot of a sheet stays on one page.</summary>
    public const int NamedMax = 30;

    /// <summary>Whom a sheet addresses above its text; when they are more, it refers to the list below.</summary>
    public const int AddressedMax = 8;

    /// <summary>Units named as left out of one group.</summary>
    public const int ExceptMax = 5;

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>
    /// A name for each choice, in the order of the choice; none for a document that was not issued. No more than so many are
    /// made, the others only counted: one document may name 3,321 units, and a page of a register shows many documents.
    /// </summary>
    public static RecipientNames Names(DocumentIssued? issue, UnitId issuer, OrganisationMap organisation, int max)
    {
        if (issue is null)
            return new RecipientNames([], 0);
        var tile = organisation.Unit(issuer)?.Tile;
        var except = issue.Except.SelectMany(selector => Units(selector, organisation)).ToHashSet();
        var groups = issue.Recipients.Select(selector => Group(selector, organisation)).OfType<Func<UnitFacts, bool>>().ToArray();
        var first = ImmutableArray.CreateBuilder<string>();
        var others = 0;
        foreach (var selector in issue.Recipients.Distinct())
        {
            var (group, unit) = (Group(selector, organisation), Unit(selector, organisation));
            if (group is null && (unit is null || IsCovered(unit)))
                continue;
            if (first.Count == max)
            {
                others++;
                continue;
            }

            var name = Name(selector, group, unit);
            if (!first.Contains(name))
                first.Add(name);
        }

        var count = first.Count + others;
        return new RecipientNames(first.DrainToImmutable(), count);

        // Whoever was left out, or is named by a group already, is not named again.
        bool IsCovered(UnitFacts unit)
        {
            if (except.Contains(unit))
                return true;
            foreach (var contains in groups)
            {
                if (contains(unit))
                    return true;
            }

            return false;
        }

        string Name(string selector, Func<UnitFacts, bool>? group, UnitFacts? unit) => group is null
            ? UnitName(unit!, tile)
            : Without(GroupName(selector, organisation), [.. except.Where(group)], tile);
    }

    /// <summary>The names in one line, at most so many.</summary>
    public static string Line(RecipientNames names, int max) => string.Join("; ", Shortened(names, max));

    /// <summary>Whom a letter or a submission is addressed to, above its text.</summary>
    public static ImmutableArray<string> Addressed(RecipientNames names) =>
        names.Count > AddressedMax ? [PaperWords.Of("addressedBelow")] : names.First;

    /// <summary>The list below the text, with the marks that its rule ends a line with; the last one says where the original stays.</summary>
    /// <param name="isAddressed">Those who are addressed above the text are not named again.</param>
    public static ImmutableArray<string> Lines(RecipientNames names, bool isAddressed, PaperLayout layout)
    {
        var named = isAddressed && names.Count is > 0 and <= AddressedMax ? [PaperWords.Of("asAbove")] : Shortened(names, NamedMax);
        var line = layout == PaperLayout.Party ? "recipientParty" : "recipientState";
        return
        [
            .. named.Select(name => PaperWords.Of(line, ("name", name))),
            PaperWords.Of(layout == PaperLayout.Party ? "archiveParty" : "archiveState"),
        ];
    }

    private static IEnumerable<string> Shortened(RecipientNames names, int max) => names.Count <= max
        ? names.First
        : names.First.Take(max - 1).Append(PaperWords.Of("recipientsMore", ("count", (names.Count - max + 1).ToString("N0", Vietnamese))));

    private static string GroupName(string selector, OrganisationMap organisation)
    {
        var colon = selector.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return PaperWords.Value("recipientGroups", selector);
        var group = selector[..colon] == RecipientSelectors.Communes ? "recipientCommunesOf" : "recipientBodiesOf";
        return PaperWords.Of(group, ("province", TileName.Of(organisation.Tile(selector[(colon + 1)..])!)));
    }

    private static string Without(string group, List<UnitFacts> except, string? tile)
    {
        if (except.Count == 0)
            return group;
        var names = new RecipientNames([.. except.Take(ExceptMax).Select(unit => UnitName(unit, tile))], except.Count);
        return PaperWords.Of("recipientExcept", ("name", group), ("units", string.Join(", ", Shortened(names, ExceptMax))));
    }

    /// <summary>Names of communes repeat: outside its own province one is followed by its province.</summary>
    private static string UnitName(UnitFacts unit, string? tile) =>
        unit.Tile != tile && unit.Province is { } province
            ? PaperWords.Of("recipientOf", ("name", unit.Name), ("province", province))
            : unit.Name;

    private static bool IsGroup(string selector) => !selector.StartsWith(RecipientSelectors.UnitPrefix, StringComparison.Ordinal);

    private static Func<UnitFacts, bool>? Group(string selector, OrganisationMap organisation) =>
        IsGroup(selector) ? RecipientSelectors.Group(organisation, selector) : null;

    private static UnitFacts? Unit(string selector, OrganisationMap organisation) =>
        IsGroup(selector) ? null : organisation.Unit(selector[RecipientSelectors.UnitPrefix.Length..]);

    private static IEnumerable<UnitFacts> Units(string selector, OrganisationMap organisation)
    {
        if (Group(selector, organisation) is { } contains)
            return organisation.Units.Where(contains);
        return Unit(selector, organisation) is { } unit ? [unit] : [];
    }
}
