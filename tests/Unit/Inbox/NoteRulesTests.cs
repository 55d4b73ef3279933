using System.Text;
using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Grains.Inbox;
using Xunit;

namespace PartyRealtime.UnitTests.Inbox;

public sealed class NoteRulesTests
{
    private static readonly Actor Sender = new(new OfficialId(7), "Lò Thị Hạnh", [new HeldSeat(new SeatId(70), SeatKind.Person, SeatRole.Person, null, "")], null, Secrecy.Secret);
    private static readonly Addressee To = new(new Actor(new OfficialId(8), "Ngô Văn Tùng", [], null, Secrecy.Secret), new SeatId(80));
    private static readonly CommandContext Context = new(new CommandKey(Sender.Official, new CommandId(Guid.NewGuid())), [1, 2, 3], Sender);

    [Theory]
    [InlineData(null, RefusalCode.FieldMissing)]
    [InlineData("", RefusalCode.FieldMissing)]
    [InlineData(" \n\t", RefusalCode.FieldMissing)]
    [InlineData("a\0b", RefusalCode.FieldInvalid)]
    public void A_text_that_is_none_is_refused(string? text, RefusalCode code) =>
        Assert.Equal((code, "text"), (NoteRules.Text(text).Refusal!.Code, NoteRules.Text(text).Refusal!.Field));

    [Fact]
    public void Half_a_surrogate_pair_is_no_text() =>
        Assert.Equal(RefusalCode.FieldInvalid, NoteRules.Text("a" + '\ud800' + "b").Refusal!.Code);

    [Fact]
    public void A_text_is_composed_before_it_is_measured()
    {
        var composed = new string('ệ', NoteRules.TextCharsMax);
        Assert.Equal(composed, NoteRules.Text(composed.Normalize(NormalizationForm.FormD)).Value);
        Assert.Equal(RefusalCode.FieldTooLong, NoteRules.Text(composed + "x").Refusal!.Code);
    }

    [Fact]
    public void A_note_is_one_arrival_on_a_stream_of_its_own()
    {
        var commit = NoteRules.Send(Context, "Xem giúp", To, null);

        var append = Assert.Single(commit.Appends);
        Assert.Equal((NoteId.Of(Context.Key).Stream, 0L), (append.Stream, append.Expected));
        var change = Assert.Single(commit.Inbox);
        Assert.Equal((To.Seat, Reason.Note, Box.Notes), (change.Key.Seat, change.Key.Reason, change.ToBox));
        Assert.Equal(("Lò Thị Hạnh", "Xem giúp"), (change.Content.From, change.Content.Note));
        Assert.Equal(new SeatId(70), commit.ActingSeat);
    }

    [Theory]
    [InlineData(DocumentState.Drafting, false)]
    [InlineData(DocumentState.Numbered, false)]
    [InlineData(DocumentState.Issued, true)]
    [InlineData(DocumentState.Recalled, true)]
    public void A_note_shows_the_words_of_its_document_only_when_they_are_final(DocumentState state, bool shown)
    {
        var document = Document(state);
        var content = NoteRules.Send(Context, "Xem", To, new NoteSubject(document)).Inbox[0].Content;

        Assert.Equal(document.Id, content.Document);
        Assert.Equal(document.Secrecy, content.Secrecy);
        Assert.Equal(shown ? document.Symbol : null, content.Symbol);
        Assert.Equal(shown ? document.Abstract : "", content.Abstract);
        Assert.Equal(shown ? document.Unit : null, content.FromUnit);
    }

    private static DocumentRow Document(DocumentState state) => new()
    {
        Id = new DocumentId(Guid.NewGuid()),
        Position = 9,
        Unit = new UnitId(1),
        Author = new OfficialId(3),
        AuthorSeat = new SeatId(4),
        State = state,
        Type = "CV",
        Abstract = "Về việc thử",
        Secrecy = Secrecy.Confidential,
        Symbol = "05-CV/TW",
        BodyVersion = 1,
        CreatedAt = DateTimeOffset.UnixEpoch,
    };
}
