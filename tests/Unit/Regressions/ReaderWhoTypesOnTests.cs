using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Grains.Drafting;
using PartyRealtime.Storage.Drafting;
using Xunit;

namespace PartyRealtime.UnitTests.Regressions;

/// <summary>
/// A reader's second letter rests on the first, which was refused: he was told to sync anew for it, lost his connection, and
/// again with the next letter.
/// </summary>
public sealed class ReaderWhoTypesOnTests
{
    /// <summary>Of client 1 the letters a and b at clocks 0 and 1, in the root of a draft.</summary>
    private static readonly byte[] First = Convert.FromHexString("0101010004" + "010764656661756C74" + "0161" + "00");
    private static readonly byte[] Second = Convert.FromHexString("0101010184010001" + "6200");

    private readonly DraftText _text = DraftText.Of(new DocumentId(Guid.NewGuid()), new StoredDraft(null, [], []));

    [Fact]
    public void Each_letter_of_a_reader_is_answered_no()
    {
        Assert.Equal(DraftAnswer.ReadOnly, Take(First, mayWrite: false));
        Assert.Equal(DraftAnswer.ReadOnly, Take(Second, mayWrite: false));
    }

    [Fact]
    public void A_writer_whose_first_letter_is_missing_syncs_anew()
    {
        Assert.Equal(DraftAnswer.TryAgain, Take(Second, mayWrite: true));
        Assert.Equal(DraftAnswer.Saved, Take(First, mayWrite: true));
        Assert.Equal(DraftAnswer.Saved, Take(Second, mayWrite: true));
    }

    private DraftAnswer Take(byte[] update, bool mayWrite) =>
        _text.Take(new DraftUpdate(new OfficialId(1), update), mayWrite, DateTimeOffset.UnixEpoch).Answer;
}
