using System.Globalization;

namespace PartyRealtime.Contracts.Text;

/// <summary>
/// The numbers of a text's parts, which nobody types: they follow from the order. Articles are counted through all
/// chapters, clauses in their article, points in their clause. The client counts by the same rule (partNumbers.ts), and
/// both are held to partNumbers.json.
/// </summary>
public sealed class PartNumbers
{
    /// <summary>The order in which points are lettered; f, j, w and z are no letters of the language.</summary>
    private const string Letters = "abcdđeghiklmnopqrstuvxy";

    private static readonly (int Value, string Text)[] Romans =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

    private readonly int[] reached = new int[(int)TextPart.Point + 1];

    /// <summary>The part of this name in a text's JSON; null for any other.</summary>
    public static TextPart? Named(string? name) => name switch
    {
        "chapter" => TextPart.Chapter,
        "article" => TextPart.Article,
        "clause" => TextPart.Clause,
        "point" => TextPart.Point,
        _ => null,
    };

    /// <summary>The name of the part in a text's JSON.</summary>
    public static string NameOf(TextPart part) => part.ToString().ToLowerInvariant();

    /// <summary>The label of a part by its number, from 1: Chương I, Điều 1., 1., a).</summary>
    public static string Label(TextPart part, int number) => part switch
    {
        TextPart.Chapter => $"Chương {Roman(number)}",
        TextPart.Article => string.Create(CultureInfo.InvariantCulture, $"Điều {number}."),
        TextPart.Clause => string.Create(CultureInfo.InvariantCulture, $"{number}."),
        _ => $"{Letter(number)})",
    };

    /// <summary>The label of the next part of the text.</summary>
    public string Next(TextPart part)
    {
        var label = Label(part, NumberOfNext(part));
        reached[(int)part]++;
        for (var below = part < TextPart.Clause ? TextPart.Clause : part + 1; below <= TextPart.Point; below++)
            reached[(int)below] = 0;
        return label;
    }

    /// <summary>The number that the next part of this kind would have.</summary>
    public int NumberOfNext(TextPart part) => reached[(int)part] + 1;

    private static string Roman(int number)
    {
        var text = "";
        foreach (var (value, sign) in Romans)
        {
            for (; number >= value; number -= value)
                text += sign;
        }

        return text;
    }

    private static string Letter(int number)
    {
        var text = "";
        for (; number > 0; number = (number - 1) / Letters.Length)
            text = Letters[(number - 1) % Letters.Length] + text;
        return text;
    }
}
