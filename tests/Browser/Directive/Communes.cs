using PartyRealtime.BrowserTests.Product;

namespace PartyRealtime.BrowserTests.Directive;

/// <summary>The communes of the organisation, as the recipient tree gives them.</summary>
internal static class Communes
{
    /// <summary>The code of a commune of the first province.</summary>
    public static async Task<string> First(Person person)
    {
        var provinces = await Branch(person, "communes");
        var communes = await Branch(person, provinces[0]);
        return communes[0].Replace("unit:", "", StringComparison.Ordinal);
    }

    private static async Task<List<string>> Branch(Person person, string parent) =>
        [.. (await person.Read($"/api/recipients/tree?parent={Uri.EscapeDataString(parent)}"))
            .EnumerateArray().Select(row => row.GetProperty("selector").GetString()!)];
}
