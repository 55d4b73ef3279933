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

    /// <summary>A name for each choice, in the order of the choice; empty for a document that was not issued.</summary>
    public static ImmutableArray<string> Names(DocumentIssued? issue, UnitId issuer, OrganisationMap organisation)
    {
        if (issue is null)
            return [];
        var tile = organisation.Unit(issuer)?.Tile;
        var except = issue.Except.SelectMany(selector => Units(selector, organisation)).ToHashSet();
        var groups = issue.Recipients.Select(selector => RecipientSelectors.Group(organisation, selector)).OfType<Func<UnitFacts, bool>>().ToArray();
        return [.. issue.Recipients.Select(selector => Name(selector, tile, except, IsCovered, organisation)).OfType<string>().Distinct()];

        // Whoever was left out, or is named by a group already, is not named again.
        bool IsCovered(UnitFacts unit) => except.Contains(unit) || groups.Any(contains => contains(unit));
    }

    /// <summary>The names in one line, at most so many.</summary>
    public static string Line(ImmutableArray<string> names, int max) => string.Join("; ", Shortened(names, max));

    /// <summary>Whom a letter or a submission is addressed to, above its text.</summary>
    public static ImmutableArray<string> Addressed(ImmutableArray<string> names) =>
        names.Length > AddressedMax ? [PaperWords.Of("addressedBelow")] : names;

    /// <summary>The list below the text, with the marks that its rule ends a line with; the last one says where the original stays.</summary>
    /// <param name="isAddressed">Those who are addressed above the text are not named again.</param>
    public static ImmutableArray<string> Lines(ImmutableArray<string> names, bool isAddressed, PaperLayout layout)
    {
        var named = isAddressed && names.Length is > 0 and <= AddressedMax ? [PaperWords.Of("asAbove")] : Shortened(names, NamedMax);
        var line = layout == PaperLayout.Party ? "recipientParty" : "recipientState";
        return
        [
            .. named.Select(name => PaperWords.Of(line, ("name", name))),
            PaperWords.Of(layout == PaperLayout.Party ? "archiveParty" : "archiveState"),
        ];
    }

    private static IEnumerable<string> Shortened(ImmutableArray<string> names, int max) => names.Length <= max
        ? names
        : names.Take(max - 1).Append(PaperWords.Of("recipientsMore", ("count", (names.Length - max + 1).ToString("N0", Vietnamese))));

    private static string? Name(
        string selector, string? tile, HashSet<UnitFacts> except, Func<UnitFacts, bool> isCovered, OrganisationMap organisation)
    {
        if (RecipientSelectors.Group(organisation, selector) is { } contains)
            return Without(GroupName(selector, organisation), [.. except.Where(contains).Select(unit => UnitName(unit, tile, organisation))]);
        return Units(selector, organisation).FirstOrDefault(unit => !isCovered(unit)) is { } one ? UnitName(one, tile, organisation) : null;
    }

    private static string GroupName(string selector, OrganisationMap organisation)
    {
        var colon = selector.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return PaperWords.Value("recipientGroups", selector);
        var group = selector[..colon] == RecipientSelectors.Communes ? "recipientCommunesOf" : "recipientBodiesOf";
        return PaperWords.Of(group, ("province", TileName.Of(organisation.Tile(selector[(colon + 1)..])!)));
    }

    private static string Without(string group, ImmutableArray<string> except) => except.IsEmpty
        ? group
        : PaperWords.Of("recipientExcept", ("name", group), ("units", string.Join(", ", Shortened(except, ExceptMax))));

    /// <summary>Names of communes repeat: outside its own province one is followed by its province.</summary>
    private static string UnitName(UnitFacts unit, string? tile, OrganisationMap organisation) =>
        unit.Tile != tile && organisation.RefOf(unit).Province is { } province
            ? PaperWords.Of("recipientOf", ("name", unit.Name), ("province", province))
            : unit.Name;

    private static bool IsGroup(string selector) => !selector.StartsWith(RecipientSelectors.UnitPrefix, StringComparison.Ordinal);

    private static IEnumerable<UnitFacts> Units(string selector, OrganisationMap organisation)
    {
        if (RecipientSelectors.Group(organisation, selector) is { } contains)
            return organisation.Units.Where(contains);
        return !IsGroup(selector) && organisation.Unit(selector[RecipientSelectors.UnitPrefix.Length..]) is { } unit ? [unit] : [];
    }
}
