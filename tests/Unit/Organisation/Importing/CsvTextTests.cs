using System.Text;
using PartyRealtime.Storage.Organisation.Importing;
using Xunit;

namespace PartyRealtime.UnitTests.Organisation.Importing;

public sealed class CsvTextTests
{
    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_field() =>
        Assert.Equal(["code", "name"], CsvText.Read("\uFEFFcode,name\n").Single().Fields);

    [Fact]
    public void Quoted_fields_hold_commas_quotes_and_line_breaks()
    {
        var records = CsvText.Read("a,\"Ban, \"\"đặc biệt\"\"\",\"dòng 1\ndòng 2\"\r\nb,,\n").ToList();
        Assert.Equal(["a", "Ban, \"đặc biệt\"", "dòng 1\ndòng 2"], records[0].Fields);
        Assert.Equal(["b", "", ""], records[1].Fields);
        Assert.All(records, record => Assert.Null(record.Fault));
    }

    [Fact]
    public void A_record_knows_the_line_it_begins_on()
    {
        var records = CsvText.Read("h\r\n\"x\ny\"\n\n\nlast").ToList();
        Assert.Equal([1, 2, 6], records.Select(record => record.Line));
    }

    [Fact]
    public void Fields_are_brought_to_NFC_and_trimmed()
    {
        var decomposed = " Điện Biên ".Normalize(NormalizationForm.FormD);
        Assert.Equal("Điện Biên", CsvText.Read(decomposed).Single().Fields[0]);
    }

    [Theory]
    [InlineData("a,\"open\nb,c", "a quoted field is not closed")]
    [InlineData("a,\"b\"c", "text follows a closing quote")]
    public void Bad_quoting_is_a_fault_of_its_record(string text, string fault) =>
        Assert.Equal(fault, CsvText.Read(text).First().Fault);

    [Fact]
    public void An_empty_text_has_no_records() => Assert.Empty(CsvText.Read(""));
}
