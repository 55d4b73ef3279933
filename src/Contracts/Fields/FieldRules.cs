using System.Collections.Immutable;
using System.Globalization;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Contracts.Fields;

/// <summary>What text fields may hold. Characters are UTF-16 units.</summary>
public static class FieldRules
{
    public const int AbstractCharsMax = 500;

    public const int BodyCharsMax = 500_000;

    public const int InstructionCharsMax = 2_000;

    public const int ReasonCharsMax = 2_000;

    public const int FilesMax = 20;

    public const int PagesMax = 10_000;

    public const int CopiesMax = 100_000;

    /// <summary>A mandatory text; null when it is in order.</summary>
    public static Refusal? Text(string field, string? value, int charsMax)
    {
        if (string.IsNullOrWhiteSpace(value))
            return new Refusal(RefusalCode.FieldMissing, field);
        return Optional(field, value, charsMax);
    }

    /// <summary>A text that may be absent; null when it is in order.</summary>
    public static Refusal? Optional(string field, string? value, int charsMax)
    {
        if (value is null)
            return null;
        if (value.Length > charsMax)
            return new Refusal(RefusalCode.FieldTooLong, field, Limit(charsMax));
        // NUL cannot be stored, and half a surrogate pair is no text at all.
        return value.Contains('\0') || HasLoneSurrogate(value) ? new Refusal(RefusalCode.FieldInvalid, field) : null;
    }

    /// <summary>Pages and copies as a register counts them, from 1, each of which may be absent; null when both are in order.</summary>
    public static Refusal? Sheets(int? pages, int? copies)
    {
        if (pages is < 1 or > PagesMax)
            return new Refusal(RefusalCode.FieldInvalid, "pages", Limit(PagesMax));
        return copies is < 1 or > CopiesMax ? new Refusal(RefusalCode.FieldInvalid, "copies", Limit(CopiesMax)) : null;
    }

    /// <summary>The parameter that names a limit in a refusal.</summary>
    public static ImmutableDictionary<string, string> Limit(int max) =>
        ImmutableDictionary<string, string>.Empty.Add("max", max.ToString(CultureInfo.InvariantCulture));

    private static bool HasLoneSurrogate(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i]))
                continue;
            if (i + 1 >= value.Length || !char.IsSurrogatePair(value[i], value[i + 1]))
                return true;
            i++;
        }

        return false;
    }
}
