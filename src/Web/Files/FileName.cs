using System.Text;

namespace PartyRealtime.Web.Files;

/// <summary>File names from outside are words to show, never paths.</summary>
internal static class FileName
{
    private const int NameCharsMax = 200;

    /// <summary>The percent-encoded UTF-8 name in NFC; null when it is missing, too long, a path or holds control characters.</summary>
    public static string? Read(string? header) => string.IsNullOrWhiteSpace(header) ? null : Of(Uri.UnescapeDataString(header));

    /// <summary>The name in NFC; null when it is empty, too long, a path, holds control characters or is no text.</summary>
    public static string? Of(string text)
    {
        string name;
        try
        {
            name = text.Normalize(NormalizationForm.FormC).Trim();
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
