using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Grains.Documents;
using Xunit;
using static PartyRealtime.UnitTests.Documents.Office;

namespace PartyRealtime.UnitTests.Regressions;

/// <summary>
/// Clearing and signing once named the document alone. A leader's page that had lost its line since the first round cleared,
/// or signed, the text of the second, which the leader had never seen.
/// </summary>
public sealed class UnseenTextTests
{
    private static readonly (Contracts.Organisation.Actor, DocumentRequest)[] ToReview =
        [(Clerk, new ComposeDocument(Desk, Draft())), (Clerk, new SubmitDocument(null))];

    private static readonly DocumentRow Seen = After(ToReview);

    [Fact]
    public void A_text_that_was_changed_since_it_was_seen_is_neither_cleared_nor_signed()
    {
        var revised = Rewritten(Draft() with { Body = "Nội dung khác." });
        Assert.Equal(RefusalCode.TextChanged, Refused(revised, new ClearDocument(Hash(Seen))));
        Assert.Equal(RefusalCode.TextChanged, Refused(Cleared(revised), new SignDocument(SignCapacity.InPerson, Hash(Seen))));
    }

    /// <summary>The hash is of the text alone.</summary>
    [Fact]
    public void Nor_is_one_whose_sheet_or_attachments_were_changed()
    {
        var revised = Rewritten(Draft() with { Abstract = "Trích yếu khác" });
        Assert.Equal(Hash(Seen), Hash(revised));
        Assert.Equal(RefusalCode.TextChanged, Refused(revised, new ClearDocument(Hash(Seen), Seen.BodyVersion)));
        Assert.Equal(
            RefusalCode.TextChanged, Refused(Cleared(revised), new SignDocument(SignCapacity.InPerson, Hash(Seen), Seen.BodyVersion)));
    }

    [Fact]
    public void What_comes_back_unchanged_was_seen()
    {
        var again = After([.. ToReview, (Leader, new ReturnDraft("Xem lại")), (Clerk, new SubmitDocument(null))]);
        Assert.Null(Refused(again, new ClearDocument(Hash(Seen), Seen.BodyVersion)));
        Assert.Null(Refused(Cleared(again), new SignDocument(SignCapacity.InPerson, Hash(Seen), Seen.BodyVersion)));
    }

    private static DocumentRow Rewritten(DocumentDraft draft)
    {
        var returned = After([.. ToReview, (Leader, new ReturnDraft("Sửa lại"))]);
        var revised = Decided(returned, new ReviseDocument(draft, returned.Position), Clerk);
        return Decided(revised, new SubmitDocument(null), Clerk);
    }

    private static DocumentRow Cleared(DocumentRow row) => Decided(row, new ClearDocument(), Leader);

    private static DocumentRow Decided(DocumentRow row, DocumentRequest request, Contracts.Organisation.Actor by) =>
        DocumentRules.Decide(row, request, Scene(by)).Value!.Row;

    private static RefusalCode? Refused(DocumentRow row, DocumentRequest request) =>
        DocumentRules.Decide(row, request, Scene(Leader)).Refusal?.Code;

    private static string Hash(DocumentRow row) => DocumentRules.Hex(row.BodyHash);
}
