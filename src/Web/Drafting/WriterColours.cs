using System.Collections.Immutable;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Web.Drafting;

/// <summary>The colours of those who are at a draft, given out by the room so that as few as can be share one.</summary>
internal static class WriterColours
{
    /// <summary>Each carries white letters at 4.5:1 and is seen apart from the others; the client's drafting.css has the same ones.</summary>
    public static readonly ImmutableArray<string> All =
    [
        "#23498f", "#7a1d50", "#1c663b", "#8a4b00", "#0b5f70", "#5b3fa0", "#a3262a", "#5a5f14", "#3d4756", "#9a2c86",
    ];

    /// <summary>
    /// The colour that the fewest of the others have; among several the person's own, which follows from the id, or the next
    /// one after it: who is alone has the same colour from day to day.
    /// </summary>
    /// <param name="official">The person.</param>
    /// <param name="others">The colours of the other people, one each.</param>
    public static string For(OfficialId official, IReadOnlyCollection<string> others)
    {
        var own = official.Value % All.Length;
        return Enumerable.Range(own, All.Length)
            .Select(place => All[place % All.Length])
            .MinBy(colour => others.Count(other => other == colour))!;
    }
}
