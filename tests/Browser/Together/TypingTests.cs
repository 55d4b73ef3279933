using PartyRealtime.BrowserTests.Product;

namespace PartyRealtime.BrowserTests.Together;

/// <summary>
/// Vietnamese is typed in two ways: by composition, and by keyboards that send Backspace and the letter with its mark.
/// In both a word is changed several times while it is typed, and here somebody else writes in the same line after each
/// of these changes: no mark is lost, no letter comes twice. What others write waits for the end of a composed word.
/// </summary>
public sealed class TypingTests(RunningProduct product) : IClassFixture<RunningProduct>
{
    private const string Begun = "Về  năm 2026";
    private const int Gap = 3;

    /// <summary>Each change: letters to take away, letters to put there.</summary>
    private static readonly (int Back, string Letters)[] ByBackspace =
    [
        (0, "t"), (0, "i"), (0, "e"), (1, "ê"), (0, "n"), (0, "g"), (3, "ếng"), (0, " "),
        (0, "V"), (0, "i"), (0, "e"), (0, "t"), (2, "êt"), (2, "ệt"), (0, " "),
        (0, "d"), (1, "đ"), (0, "u"), (0, "o"), (0, "w"), (2, ""), (1, "ươ"), (0, "c"), (2, "ợc"),
    ];

    private static readonly string[][] ByComposition =
    [
        ["t", "ti", "tie", "tiê", "tiên", "tiêng", "tiếng"],
        ["V", "Vi", "Vie", "Viê", "Viêt", "Việt"],
        ["d", "đ", "đu", "đuo", "đươ", "đươc", "được"],
    ];

    [Theory]
    [InlineData(0, "before the word")]
    [InlineData(Gap, "where the word begins")]
    [InlineData(Gap + 1, "behind the word")]
    public async Task A_word_typed_with_backspaces_stands_as_it_was_typed(int other, string where)
    {
        var (one, another) = await Begin(where, other);
        var (added, typed) = (0, "");
        foreach (var (back, letters) in ByBackspace)
        {
            await one.Back(back);
            if (letters.Length > 0)
                await one.Insert(letters);
            typed = typed[..^back] + letters;
            await another.Shows(Line(other, added, typed));
            await another.Insert(Digit(added++));
            await one.Shows(Line(other, added, typed));
        }

        await another.Shows(Line(other, added, typed));
    }

    [Theory]
    [InlineData(0, "before the word")]
    [InlineData(Gap, "where the word begins")]
    [InlineData(Gap + 1, "behind the word")]
    public async Task A_word_typed_by_composition_stands_as_it_was_typed(int other, string where)
    {
        var (one, another) = await Begin(where, other);
        var input = await one.Page.Context.NewCDPSessionAsync(one.Page);
        var (added, typed) = (0, "");
        foreach (var forms in ByComposition)
        {
            foreach (var form in forms)
            {
                await input.SendAsync("Input.imeSetComposition", new() { ["text"] = form, ["selectionStart"] = form.Length, ["selectionEnd"] = form.Length });
                await another.Shows(Line(other, added, typed + form));
                await another.Insert(Digit(added++));
                await another.IsSaved();
            }

            // The blank is typed before the digits come onto the page, and right before another blank.
            await input.SendAsync("Input.insertText", new() { ["text"] = forms[^1] });
            await one.Insert(" ");
            typed += forms[^1] + " ";
            await one.Shows(Line(other, added, typed));
            await another.Shows(Line(other, added, typed));
        }
    }

    /// <summary>Two screens of one draft with a line in it; the first caret in its gap, the second where it is told to be.</summary>
    private async Task<(Sheet One, Sheet Another)> Begin(string about, int other)
    {
        var person = await product.Sit("clerk.TW");
        var document = await Sheet.Begin(person, "Gõ tiếng Việt, " + about);
        var one = await Sheet.Open(person, document);
        await one.GoTo(0);
        await one.Insert(Begun);
        await one.IsSaved();
        var another = await Sheet.Open(await product.Sit("clerk.TW"), document);
        await another.Shows(Begun);
        await one.GoTo(Gap);
        await another.ShowsCaretAt(Gap);
        await another.GoTo(other);
        await one.ShowsCaretAt(other);
        return (one, another);
    }

    /// <summary>What both read when so many digits and these letters were written.</summary>
    private static string Line(int other, int digits, string letters) =>
        Begun.Insert(other, Digits(digits)).Insert(other <= Gap ? Gap + digits : Gap, letters);

    private static string Digit(int number) => (number % 10).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(Digit));
}
