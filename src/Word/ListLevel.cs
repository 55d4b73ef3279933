namespace PartyRealtime.Word;

/// <summary>The levels of lists, and how far their paragraphs stand in, in twentieths of a point.</summary>
internal static class ListLevel
{
    /// <summary>From 0; Word knows no deeper list.</summary>
    public const int Max = 8;

    public const int Width = 360;

    public static int IndentOf(int level) => Width * (level + 2);

    public static int OfIndent(int indent) => Math.Clamp(indent / Width - 2, 0, Max);
}
