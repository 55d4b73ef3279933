using System.Text;

namespace PartyRealtime.Web.Requests;

/// <summary>Text from outside is stored in Unicode's composed form (NFC); text that is no text stays as it came, for the rules to refuse.</summary>
internal static class Nfc
{
    public static string? Of(string? text)
    {
        if (text is null)
            return null;
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair cannot be normalised; the field rules refuse it by name.
            return text;
        }
    }
}
