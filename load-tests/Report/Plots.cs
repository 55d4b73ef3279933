using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace PartyRealtime.LoadTests.Report;

/// <summary>
/// What other programs measured second by second, as one page that needs no other file: for each kind of figure one plot,
/// with a line for each program.
/// </summary>
public static class Plots
{
    /// <summary>The command: <c>plots TITLE PAGE FILE…</c>.</summary>
    public const string Word = "plots";

    /// <summary>
    /// Each file holds the <c>name</c> of what was measured and its <c>lines</c>: by title a <c>unit</c> and <c>points</c>,
    /// which are pairs of a second and a value.
    /// </summary>
    /// <param name="title">The page's.</param>
    /// <param name="page">The file to write.</param>
    /// <param name="files">One a program.</param>
    public static void Write(string title, string page, IReadOnlyList<string> files)
    {
        var measured = files.Select(file => JsonDocument.Parse(File.ReadAllText(file)).RootElement).ToList();
        var html = new StringBuilder(string.Create(
            CultureInfo.InvariantCulture,
            $"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>{Text(title)}</title><style>{HtmlReport.Style}</style><h1>{Text(title)}</h1>"));
        foreach (var line in measured[0].GetProperty("lines").EnumerateObject())
            html.Append(SvgPlot.Draw(line.Name, line.Value.GetProperty("unit").GetString()!, [.. measured.Select(one => Line(one, line.Name))]));
        File.WriteAllText(page, html.Append("</html>\n").ToString());
        Console.WriteLine(page);
    }

    private static (string, IReadOnlyList<(double, double)>) Line(JsonElement measured, string title) => (
        measured.GetProperty("name").GetString()!,
        [.. measured.GetProperty("lines").GetProperty(title).GetProperty("points").EnumerateArray().Select(point => (point[0].GetDouble(), point[1].GetDouble()))]);

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
