namespace PartyRealtime.Word.Writing;

/// <summary>In what the two rules differ. Sizes are half points, distances twentieths of a point (567 a centimetre).</summary>
/// <param name="Right">The right margin; the others are the same: 2 cm above and below, 3 cm left.</param>
/// <param name="SuperiorBold">Whether the body above is printed as heavily as the issuing one.</param>
internal sealed record SheetLook(int Right, int NationSize, int UnitSize, int LetterAbstractSize, int RecipientsTitleSize, int RecipientsSize, bool SuperiorBold)
{
    public const int Margin = 1134;
    public const int Left = 1701;
    public const int PageWidth = 11906;
    public const int PageHeight = 16838;

    private static readonly SheetLook State = new(851, 26, 26, 24, 24, 22, SuperiorBold: false);

    private static readonly SheetLook Party = new(1134, 30, 28, 24, 28, 24, SuperiorBold: false);

    /// <summary>Of the text, between the margins.</summary>
    public int Width => PageWidth - Left - Right;

    public static SheetLook Of(PaperLayout layout) => layout == PaperLayout.Party ? Party : State;
}
