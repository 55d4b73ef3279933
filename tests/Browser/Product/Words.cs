using System.Text.Json;
using System.Text.RegularExpressions;

namespace PartyRealtime.BrowserTests.Product;

/// <summary>The words on the screen, by their key in the client's own Vietnamese files.</summary>
internal static class Words
{
    private static readonly string Folder = Path.Combine(ClientSources.Folder, "src", "i18n", "vi");

    /// <summary>The text of a key such as <c>acts.sign.verb</c>.</summary>
    public static string Of(string key)
    {
        var parts = key.Split('.');
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, parts[0] + ".json")));
        return parts[1..].Aggregate(file.RootElement, (element, part) => element.GetProperty(part)).GetString()!;
    }

    /// <summary>A text with gaps such as <c>{{count}}</c>, as a pattern that any filling matches.</summary>
    public static Regex Pattern(string key) => new(Regex.Replace(Regex.Escape(Of(key)), @"\\\{\\\{.*?\}\}", ".*"));
}
