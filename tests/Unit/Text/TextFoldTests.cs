using System.Text;
using PartyRealtime.Contracts.Text;
using Xunit;

namespace PartyRealtime.UnitTests.Text;

/// <summary>The traps of DOMAIN §10.</summary>
public sealed class TextFoldTests
{
    [Theory]
    [InlineData("Điện Biên", "dien bien")]
    [InlineData("Ðiện Biên", "dien bien")]
    [InlineData("ĐƯỜNG", "duong")]
    [InlineData("dương", "duong")]
    [InlineData("đương", "duong")]
    [InlineData("  Ban \t Tổ   chức ", "ban to chuc")]
    [InlineData("Nguyễn Thị Mỹ Ế", "nguyen thi mi e")]
    [InlineData("", "")]
    public void The_key_has_no_marks_no_case_and_single_blanks(string text, string key) => Assert.Equal(key, TextFold.Key(text));

    [Theory]
    [InlineData("Điện Biên Phủ")]
    [InlineData("Nghị quyết về chuyển đổi số")]
    [InlineData("Ủy ban Kiểm tra")]
    public void NFC_and_NFD_forms_have_one_key(string text)
    {
        var decomposed = text.Normalize(NormalizationForm.FormD);
        Assert.NotEqual(text, decomposed);
        Assert.Equal(TextFold.Key(text), TextFold.Key(decomposed));
        Assert.Equal(TextFold.MarkedKey(text), TextFold.MarkedKey(decomposed));
        Assert.Equal(text, TextFold.Clean(decomposed));
    }

    [Theory]
    [InlineData("hoà", "hòa")]
    [InlineData("thuỷ", "thủy")]
    [InlineData("uỷ ban", "ủy ban")]
    [InlineData("Khánh Hoà", "Khánh Hòa")]
    public void Both_tone_placements_are_one_word_even_where_marks_count(string one, string other)
    {
        Assert.NotEqual(one, other);
        Assert.Equal(TextFold.Key(one), TextFold.Key(other));
        Assert.Equal(TextFold.MarkedKey(one), TextFold.MarkedKey(other));
    }

    [Theory]
    [InlineData("lý", "lí")]
    [InlineData("kỹ thuật", "kĩ thuật")]
    [InlineData("Mỹ", "Mĩ")]
    [InlineData("y tế", "i tế")]
    [InlineData("Quỳnh", "Quình")]
    [InlineData("quý", "quí")]
    public void One_sound_spelt_with_y_or_i_is_found_by_either(string one, string other) =>
        Assert.Equal(TextFold.Key(one), TextFold.Key(other));

    [Theory]
    [InlineData("tay", "tai")]
    [InlineData("thúy", "thúi")]
    [InlineData("may", "mai")]
    public void Different_words_with_y_and_i_stay_different(string one, string other) =>
        Assert.NotEqual(TextFold.Key(one), TextFold.Key(other));

    [Theory]
    [InlineData("duong")]
    [InlineData("dương")]
    [InlineData("đương")]
    [InlineData("đường")]
    public void Words_of_one_key_have_marked_keys_of_their_own(string word)
    {
        string[] all = ["duong", "dương", "đương", "đường"];
        Assert.Single(all, other => TextFold.MarkedKey(other) == TextFold.MarkedKey(word));
        Assert.All(all, other => Assert.Equal("duong", TextFold.Key(other)));
    }

    [Theory]
    [InlineData("Phường Đường Hoa, Quảng Ninh")]
    [InlineData("quý ký lý y")]
    [InlineData("Công văn số 05-NQ/ĐU")]
    public void Folding_a_key_gives_the_key(string text) => Assert.Equal(TextFold.Key(text), TextFold.Key(TextFold.Key(text)));
}
