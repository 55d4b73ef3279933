using PartyRealtime.Contracts.Text;
using Xunit;

namespace PartyRealtime.UnitTests.Text;

public sealed class VietnameseOrderTests
{
    [Fact]
    public void Letters_stand_in_the_order_of_the_alphabet()
    {
        string[] sorted = ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m", "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "x", "y"];
        Assert.Equal(sorted, sorted.Reverse().Order(VietnameseOrder.Text));
    }

    [Fact]
    public void Tones_decide_only_between_words_of_equal_letters()
    {
        string[] sorted = ["la", "là", "lả", "lã", "lá", "lạ", "lan", "làn"];
        Assert.Equal(sorted, sorted.Reverse().Order(VietnameseOrder.Text));
    }

    [Fact]
    public void Units_stand_in_alphabetical_order()
    {
        string[] sorted = ["An Giang", "Bắc Ninh", "Cà Mau", "Cao Bằng", "Đà Nẵng", "Đắk Lắk", "Điện Biên", "Hà Nội", "Hải Phòng"];
        Assert.Equal(sorted, sorted.Reverse().Order(VietnameseOrder.Text));
    }

    [Fact]
    public void People_stand_by_given_name_then_by_family_name()
    {
        string[] sorted = ["Nguyễn Văn An", "Trần Văn An", "Lê Thị Ánh", "Phạm Văn Dũng", "Đỗ Văn Đông", "Vũ Thị Yến"];
        Assert.Equal(sorted, sorted.Reverse().Order(VietnameseOrder.People));
    }

    [Theory]
    [InlineData("Nguyễn Văn An", "An Nguyễn Văn")]
    [InlineData("  Lò   Y ", "Y Lò")]
    [InlineData("Madonna", "Madonna")]
    public void The_given_name_is_the_last_word(string name, string turned) => Assert.Equal(turned, VietnameseOrder.GivenNameFirst(name));
}
