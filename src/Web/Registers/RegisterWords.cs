using System.Text.Json;

namespace PartyRealtime.Web.Registers;

/// <summary>The words of a register, from the files that the screens take them from: a sheet is headed as the page is.</summary>
internal sealed class RegisterWords
{
    private static readonly RegisterWords Vietnamese = new("vi");

    private static readonly RegisterWords English = new("en");

    private readonly JsonElement _register;
    private readonly JsonElement _words;

    private RegisterWords(string locale)
    {
        _register = Read($"{locale}.registers.json");
        _words = Read($"{locale}.words.json");
    }

    /// <summary>English where it is asked for, Vietnamese otherwise.</summary>
    public static RegisterWords In(string? locale) => locale == "en" ? English : Vietnamese;

    /// <summary>A word of the register's page.</summary>
    public string Of(string key) => _register.GetProperty(key).GetString()!;

    /// <summary>The head of a column.</summary>
    public string Column(string name) => _register.GetProperty("columns").GetProperty(name).GetString()!;

    /// <summary>The word for a value of a closed list, such as an urgency.</summary>
    public string Value<T>(string list, T value)
        where T : struct, Enum => Value(list, JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

    /// <summary>The word by its name in the list.</summary>
    public string Value(string list, string name) => _words.GetProperty(list).GetProperty(name).GetString()!;

    private static JsonElement Read(string name)
    {
        using var stream = typeof(RegisterWords).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not built in.");
        return JsonSerializer.Deserialize<JsonElement>(stream);
    }
}
