using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Web.Papers;
using PartyRealtime.Word.Writing;

namespace PartyRealtime.Web.Documents;

/// <summary>What stands above and below the text of a document: what its page shows, and to whom it went.</summary>
internal static partial class DocumentPaper
{
    private const int FileNameCharsMax = 120;

    /// <summary>Both rules have these addressed above the text.</summary>
    private const string Letter = "CV";

    private const string Submission = "TTr";

    /// <summary>The month has a nought before it in January and February, the day always (Decree 30/2020/ND-CP).</summary>
    private const int MonthPaddedMax = 2;

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    private static readonly TimeZoneInfo OfficeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    public static Paper Of(DocumentView view, OrganisationMap organisation)
    {
        var unit = organisation.Unit(view.Unit.Id);
        var layout = LayoutOf(unit);
        var sentTo = RecipientsOf(view, organisation);
        var head = Head(view, layout, SuperiorOf(unit, organisation)) with
        {
            Addressed = sentTo.Addressed,
            AddressedTitle = PaperWords.Of("addressed"),
        };
        return new Paper(layout, head, Foot(view, layout, sentTo.Lines));
    }

    /// <summary>To whom it went; of a document that was not issued only where its original stays.</summary>
    public static SheetRecipients RecipientsOf(DocumentView view, OrganisationMap organisation)
    {
        var isAddressed = view.Type is Letter or Submission;
        var names = PaperRecipients.Names(view.Issue, view.Unit.Id, organisation, PaperRecipients.NamedMax);
        return new SheetRecipients(
            isAddressed ? PaperRecipients.Addressed(names) : [],
            PaperRecipients.Lines(names, isAddressed, LayoutOf(organisation.Unit(view.Unit.Id))));
    }

    /// <summary>Symbol, type and abstract, without what a file name cannot hold. Of a classified document the symbol or the type alone.</summary>
    public static string FileName(DocumentView view)
    {
        var name = view.Secrecy == Secrecy.Normal ? $"{view.Symbol} {AboutWithType(view)}" : view.Symbol ?? view.TypeName;
        var clean = string.Join(' ', NoName().Replace(name, "-").Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (clean.Length > FileNameCharsMax)
            clean = clean[..FileNameCharsMax].TrimEnd();
        return $"{clean}.docx";
    }

    private static PaperLayout LayoutOf(UnitFacts? unit) =>
        NumberingTable.IsParty(unit?.Profile) ? PaperLayout.Party : PaperLayout.State;

    private static PaperHead Head(DocumentView view, PaperLayout layout, string? superior)
    {
        var isParty = layout == PaperLayout.Party;
        var isLetter = view.Type == Letter;
        return new PaperHead
        {
            Superior = superior,
            Unit = view.Unit.Name,
            Number = view.Symbol is { } symbol
                ? PaperWords.Of(isParty ? "numberParty" : "numberState", ("symbol", symbol))
                : PaperWords.Of(isParty ? "numberNone" : "numberNoneState", ("type", view.Type)),
            Nation = PaperWords.Of(isParty ? "party" : "state"),
            Motto = isParty ? null : PaperWords.Of("motto"),
            Date = DateLine(view.DocumentDate),
            TypeName = isLetter ? null : view.TypeName,
            Abstract = isLetter ? view.Abstract : AboutOf(view),
            Marks = MarksOf(view),
        };
    }

    private static ImmutableArray<string> MarksOf(DocumentView view)
    {
        var marks = ImmutableArray.CreateBuilder<string>();
        if (view.Secrecy != Secrecy.Normal)
            marks.Add(PaperWords.Value("secrecy", view.Secrecy));
        if (view.Urgency != Urgency.Normal)
            marks.Add(PaperWords.Value("urgency", view.Urgency));
        return marks.ToImmutable();
    }

    private static PaperFoot Foot(DocumentView view, PaperLayout layout, ImmutableArray<string> recipients)
    {
        var foot = new PaperFoot { RecipientsTitle = PaperWords.Of("recipients"), Recipients = recipients };
        return view.Signer is not { } signer ? foot : foot with
        {
            Capacity = PaperWords.CapacityMark(signer.Capacity, layout) + (signer.Capacity == "forCollective" ? view.Unit.Name : ""),
            SignerTitle = signer.Title,
            SignerName = signer.Name,
            Signed = $"{PaperWords.Of("signed")} {TimeZoneInfo.ConvertTime(signer.At, OfficeZone).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture)}",
        };
    }

    /// <summary>The body above is named where it is a body of the same country-wide ladder: a commune's committee is the province's.</summary>
    private static string? SuperiorOf(UnitFacts? unit, OrganisationMap organisation) =>
        unit is { Kind: UnitKind.Commune or UnitKind.ProvincialBody or UnitKind.CentralBody, Parent: { } parent } ? organisation.Unit(parent)?.Name : null;

    /// <summary>Under the type's own line its name is not said again: "Chỉ thị" over "về …".</summary>
    private static string AboutOf(DocumentView view)
    {
        if (!view.Abstract.StartsWith(view.TypeName, ignoreCase: true, Vietnamese))
            return view.Abstract;
        var rest = view.Abstract[view.TypeName.Length..];
        return rest.Length > 1 && char.IsWhiteSpace(rest[0]) && rest.TrimStart() is ['v' or 'V', ..] about ? about : view.Abstract;
    }

    private static string AboutWithType(DocumentView view) =>
        view.Abstract.StartsWith(view.TypeName, ignoreCase: true, Vietnamese) ? view.Abstract : $"{view.TypeName} {view.Abstract}";

    private static string DateLine(DateOnly? date)
    {
        if (date is not { } on)
            return PaperWords.Of("dateNone");
        var month = on.Month.ToString(on.Month <= MonthPaddedMax ? "00" : "0", CultureInfo.InvariantCulture);
        return PaperWords.Of(
            "date",
            ("day", on.Day.ToString("00", CultureInfo.InvariantCulture)),
            ("month", month),
            ("year", on.Year.ToString(CultureInfo.InvariantCulture)));
    }

    [GeneratedRegex("""[\\/:*?"<>|\p{Cc}]""", RegexOptions.NonBacktracking)]
    private static partial Regex NoName();
}
