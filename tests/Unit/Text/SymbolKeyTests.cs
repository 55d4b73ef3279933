using System.Text;
using PartyRealtime.Contracts.Text;
using Xunit;

namespace PartyRealtime.UnitTests.Text;

public sealed class SymbolKeyTests
{
    [Theory]
    [InlineData("05-NQ/ĐU")]
    [InlineData("05 - NQ/DU")]
    [InlineData("5-nq/đu")]
    [InlineData("05–NQ/ĐU")]
    [InlineData("5 — NQ / ĐU")]
    [InlineData("005-NQ/ÐU")]
    [InlineData("Số 05-NQ/ĐU")]
    [InlineData("số: 5-NQ/ĐU")]
    public void What_people_write_for_one_symbol_has_one_key(string symbol)
    {
        Assert.Equal("5-nq/du", SymbolKey.Of(symbol));
        Assert.Equal("5-nq/du", SymbolKey.Of(symbol.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("05-NQ/ĐU", "50-NQ/ĐU")]
    [InlineData("105-NQ/ĐU", "15-NQ/ĐU")]
    [InlineData("05-NQ/ĐU", "05-NQ/TU")]
    [InlineData("10-NQ/ĐU", "1-NQ/ĐU")]
    [InlineData("0-NQ/ĐU", "NQ/ĐU")]
    public void Different_symbols_have_different_keys(string one, string other) =>
        Assert.NotEqual(SymbolKey.Of(one), SymbolKey.Of(other));

    [Fact]
    public void A_word_that_begins_like_the_label_is_kept() => Assert.Equal("sokhcn-12", SymbolKey.Of("Sở KHCN-12"));
}
