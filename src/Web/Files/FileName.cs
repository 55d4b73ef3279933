using System.Text;

namespace PartyRealtime.Web.Files;

/// <summary>File names from outside are words to show, never paths.</summary>
internal static class FileName
{
    private const int NameCharsMax = 200;

    /// <summary>The percent-encoded UTF-8 name in NFC; null when it is missing, too long, a path or holds control characters.</summary>
    public static string? Read(string? header)
    {
        if (string.IsNullOrWhiteSpace(header))
            return null;
        string name;
        try
        {
            name = Uri.UnescapeDataString(header).Normalize(NormalizationForm.FormC).Trim();
        }
        catch (ArgumentException)
        {
            return null;
        }

        var refused = name.Length is 0 or > NameCharsMax
            || name.AsSpan().ContainsAny('/', '\\')
            || name is "." or ".."
            || name.Any(char.IsControl);
        return refused ? null : name;
    }
}
