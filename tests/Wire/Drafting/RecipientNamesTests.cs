using PartyRealtime.Contracts.Documents.Facts;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Registers;
using PartyRealtime.Web.Papers;

namespace PartyRealtime.WireTests.Drafting;

/// <summary>Whom a document went to, when it names every commune one by one.</summary>
public sealed class RecipientNamesTests
{
    private const int Communes = 3_321;

    /// <summary>In making every name a line took more than 2 MB, and a page of a register shows many lines.</summary>
    private const long LineBytesMax = 500_000;

    private static readonly UnitId Centre = new(1);

    private readonly OrganisationMap _organisation = new OrganisationMapBuilder(1, new DateOnly(2026, 1, 5)).AddUnits(
    [
        Unit(1, "TW", null, UnitKind.Centre, "TW", "Trung ương"),
        Unit(2, "11", 1, UnitKind.Province, "11", "Tỉnh ủy Điện Biên"),
        .. Enumerable.Range(3, Communes).Select(id => Unit(id, $"c{id}", 2, UnitKind.Commune, "11", $"Xã {id}")),
    ]).Build();

    [Fact]
    public void A_line_names_the_first_and_counts_the_others()
    {
        Assert.StartsWith("Xã 3 (", Line(Communes), StringComparison.Ordinal);
        Assert.EndsWith("3.314 nơi khác", Line(Communes), StringComparison.Ordinal);
        Assert.Equal(RegisterLine.NamedMax, Line(Communes).Split("; ").Length);
        Assert.EndsWith("2 nơi khác", Line(RegisterLine.NamedMax + 1), StringComparison.Ordinal);
        Assert.StartsWith($"Xã {RegisterLine.NamedMax + 2} (", Line(RegisterLine.NamedMax).Split("; ")[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_names_the_first_of_those_who_were_left_out()
    {
        var issue = Issue(Communes) with { Recipients = ["communes"], Except = Issue(Communes).Recipients };
        var line = PaperRecipients.Line(PaperRecipients.Names(issue, Centre, _organisation, RegisterLine.NamedMax), RegisterLine.NamedMax);
        Assert.Contains("(trừ Xã 3 (", line, StringComparison.Ordinal);
        Assert.Contains("3.317 nơi khác", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_names_that_are_shown_are_made()
    {
        var issue = Issue(Communes);
        Line(issue);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Line(issue);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, LineBytesMax);
    }

    private string Line(int communes) => Line(Issue(communes));

    private string Line(DocumentIssued issue) =>
        PaperRecipients.Line(PaperRecipients.Names(issue, Centre, _organisation, RegisterLine.NamedMax), RegisterLine.NamedMax);

    private static DocumentIssued Issue(int communes) =>
        new(communes, communes, [.. Enumerable.Range(3, communes).Select(id => $"{RecipientSelectors.UnitPrefix}c{id}")]);

    private static UnitRow Unit(int id, string code, int? parent, UnitKind kind, string tile, string name) => new()
    {
        Id = new UnitId(id), Code = code, Parent = parent is { } above ? new UnitId(above) : null, Kind = kind, Tile = tile, Name = name, NameEn = name,
        Organ = "ĐU", Registers = true, Receives = true, ValidFrom = new DateOnly(2025, 7, 1),
    };
}
