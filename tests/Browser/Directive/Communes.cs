using PartyRealtime.BrowserTests.Product;

namespace PartyRealtime.BrowserTests.Directive;

/// <summary>The communes of the organisation, as the recipient tree gives them.</summary>
internal static class Communes
{
    /// <summary>The code of a commune of the first province.</summary>
    public static Task<string> First(Person person) => Of(person, 0);

    /// <summary>The code of a commune of the last province, where the desks of the first one are another test's.</summary>
    public static Task<string> Last(Person person) => Of(person, ^1);

    private static async Task<string> Of(Person person, Index province)
    {
        var provinces = await Branch(person, "communes");
        var communes = await Branch(person, provinces[province]);
        return communes[0].Replace("unit:", "", StringComparison.Ordinal);
    }

    private static async Task<List<string>> Branch(Person person, string parent) =>
        [.. (await person.Read($"/api/recipients/tree?parent={Uri.EscapeDataString(parent)}"))
            .EnumerateArray().Select(row => row.GetProperty("selector").GetString()!)];
}
