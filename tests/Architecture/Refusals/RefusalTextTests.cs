using System.Text.Json;
using System.Text.RegularExpressions;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.ArchitectureTests.Refusals;

/// <summary>Every "no" of the server has a sentence in both languages, and every field that it can name has a name there.</summary>
public sealed partial class RefusalTextTests
{
    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public void Every_refusal_has_a_sentence_and_says_what_to_do(string language)
    {
        var sentences = Texts(language).GetProperty("why");
        foreach (var code in Enum.GetValues<RefusalCode>())
        {
            var key = JsonNamingPolicy.CamelCase.ConvertName(code.ToString());
            Assert.True(sentences.TryGetProperty(key, out var sentence), $"{language}: {key}");
            // What happened, and what to do now: one sentence alone says only the first.
            Assert.True(sentence.GetString()!.Count(letter => letter is '.' or ';') >= 2, $"{language}: {key} does not say what to do: {sentence}");
        }
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public void Every_field_that_a_refusal_names_has_a_name(string language)
    {
        var names = Texts(language).GetProperty("fieldName");
        var fields = Repository.CSharpUnder("src").SelectMany(file => Field().Matches(Repository.Read(file))).Select(match => match.Groups["field"].Value).Distinct().ToList();
        Assert.InRange(fields.Count, 25, 200);
        Assert.All(fields, field => Assert.True(names.TryGetProperty(field, out _), $"{language}: {field}"));
    }

    /// <summary>Of two texts under one name the reader of the file takes the last and says nothing.</summary>
    [Fact]
    public void No_text_of_the_screen_stands_under_a_name_that_stands_there_already()
    {
        var files = Repository.Files.Where(file => Regex.IsMatch(file, "^src/Web/client/src/i18n/(vi|en)/[^/]+[.]json$")).ToList();
        Assert.InRange(files.Count, 20, 200);
        Assert.All(files, file => JsonDocument.Parse(Repository.Read(file), new JsonDocumentOptions { AllowDuplicateProperties = false }).Dispose());
    }

    private static JsonElement Texts(string language) =>
        JsonDocument.Parse(Repository.Read($"src/Web/client/src/i18n/{language}/refusals.json")).RootElement;

    [GeneratedRegex("""(?:Refusal\(\s*RefusalCode\.\w+,\s*|FieldRules\.(?:Text|Optional)\(|Field = (?:\w+(?:\.\w+)* \?\? )?)"(?<field>\w+)\x22""")]
    private static partial Regex Field();
}
