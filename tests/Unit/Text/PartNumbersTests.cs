using System.Text.Json;
using PartyRealtime.Contracts.Text;
using Xunit;

namespace PartyRealtime.UnitTests.Text;

/// <summary>The client counts by the same cases (src/Web/client/src/format/partNumbers.test.ts).</summary>
public sealed class PartNumbersTests
{
    private static readonly Case[] Cases = JsonSerializer.Deserialize<Case[]>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "partNumbers.json")), JsonSerializerOptions.Web)!;

    public static TheoryData<string> Names => [.. Cases.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Parts_are_numbered_as_the_page_numbers_them(string name)
    {
        var one = Cases.Single(one => one.Name == name);
        var numbers = new PartNumbers();
        Assert.Equal(one.Labels, one.Parts.Select(part => PartNumbers.Named(part) is { } named ? numbers.Next(named) : null));
    }

    [Fact]
    public void Letters_go_on_after_the_last_one_for_any_number_of_points()
    {
        Assert.Equal("yy)", PartNumbers.Label(TextPart.Point, 23 * 24));
        Assert.Equal("aaa)", PartNumbers.Label(TextPart.Point, 23 * 24 + 1));
    }

    [Fact]
    public void A_part_has_one_name() =>
        Assert.All(Enum.GetValues<TextPart>(), part => Assert.Equal(part, PartNumbers.Named(PartNumbers.NameOf(part))));

    private sealed record Case(string Name, string?[] Parts, string?[] Labels);
}
