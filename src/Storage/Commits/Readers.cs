using System.Collections.Immutable;
using System.Globalization;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Commits;

/// <summary>The column <c>read_by</c>: the readers' ids, each between commas.</summary>
internal static class Readers
{
    /// <summary>Nobody has read it.</summary>
    public const string None = ",";

    public static ImmutableArray<OfficialId> Parse(string readBy)
    {
        if (readBy.Length <= None.Length)
            return [];

        var readers = ImmutableArray.CreateBuilder<OfficialId>();
        var text = readBy.AsSpan();
        foreach (var part in text.Split(','))
        {
            if (!text[part].IsEmpty)
                readers.Add(new OfficialId(int.Parse(text[part], NumberStyles.None, CultureInfo.InvariantCulture)));
        }

        return readers.DrainToImmutable();
    }
}
