using System.Text.Json;
using PartyRealtime.Word.Writing;

namespace PartyRealtime.Web.Papers;

/// <summary>The words of a sheet, from the files that the page takes them from. They are Vietnamese, as the document is, whoever reads it.</summary>
internal static class PaperWords
{
    private static readonly JsonElement Paper = Read("vi.paper.json");
    private static readonly JsonElement Words = Read("vi.words.json");

    /// <summary>A word with what stands in its places.</summary>
    public static string Of(string key, params ReadOnlySpan<(string Name, string Value)> places)
    {
        var word = Paper.GetProperty(key).GetString()!;
        foreach (var (name, value) in places)
            word = word.Replace($"{{{{{name}}}}}", value, StringComparison.Ordinal);
        return word;
    }

    /// <summary>T/M, K/T and the like on the party's sheets, TM., KT. on the state's; with a blank behind, empty for who signs in person.</summary>
    public static string CapacityMark(string capacity, PaperLayout layout) =>
        Words.GetProperty(layout == PaperLayout.State ? "capacityMarksState" : "capacityMarks").TryGetProperty(capacity, out var mark) ? mark.GetString()! : "";

    /// <summary>A word of a list that only the sheet has, by its key there.</summary>
    public static string Value(string list, string key) => Paper.GetProperty(list).GetProperty(key).GetString()!;

    /// <summary>The word for a value of a closed list of the field, such as an urgency.</summary>
    public static string Value<T>(string list, T value)
        where T : struct, Enum => Words.GetProperty(list).GetProperty(JsonNamingPolicy.CamelCase.ConvertName(value.ToString())).GetString()!;

    private static JsonElement Read(string name)
    {
        using var stream = typeof(PaperWords).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not built in.");
        return JsonSerializer.Deserialize<JsonElement>(stream);
    }
}
