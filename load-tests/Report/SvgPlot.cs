using System.Globalization;
using System.Net;
using System.Text;

namespace PartyRealtime.LoadTests.Report;

/// <summary>Lines over time, as an inline SVG that needs nothing else.</summary>
public static class SvgPlot
{
    private const double Width = 900, Height = 260, Left = 60, Bottom = 30, Top = 12, Right = 12;
    private static readonly string[] Colours = ["#1f5fa8", "#b3401f", "#2c7a3f", "#7a3f8c", "#8a6d00", "#4a4a4a"];

    /// <summary>One plot; lines without points are left out. Values below zero do not occur.</summary>
    public static string Draw(string title, string unit, IReadOnlyList<(string Name, IReadOnlyList<(double X, double Y)> Points)> lines)
    {
        var drawn = lines.Where(line => line.Points.Count > 0).ToList();
        var xMax = Math.Max(1, drawn.SelectMany(line => line.Points).Select(point => point.X).DefaultIfEmpty().Max());
        var yMax = Nice(drawn.SelectMany(line => line.Points).Select(point => point.Y).DefaultIfEmpty().Max());
        var svg = new StringBuilder();
        Append(svg, $"<figure><figcaption>{WebUtility.HtmlEncode(title)} ({unit})</figcaption>");
        Append(svg, $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(title)}\">");
        for (var i = 0; i <= 4; i++)
        {
            var value = yMax * i / 4;
            Append(svg, $"<line class=\"grid\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(value):0.#}\" y2=\"{Y(value):0.#}\"/>");
            Append(svg, $"<text x=\"{Left - 6}\" y=\"{Y(value) + 4:0.#}\" text-anchor=\"end\">{value:0.###}</text>");
            Append(svg, $"<text x=\"{X(xMax * i / 4):0.#}\" y=\"{Height - 8}\" text-anchor=\"middle\">{xMax * i / 4:0} s</text>");
        }

        foreach (var (line, colour) in drawn.Zip(Enumerable.Repeat(Colours, drawn.Count).SelectMany(all => all)))
        {
            var points = string.Join(' ', line.Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.X):0.#},{Y(point.Y):0.#}")));
            Append(svg, $"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.5\" points=\"{points}\"/>");
        }

        svg.Append("</svg><p>");
        foreach (var (line, colour) in drawn.Zip(Enumerable.Repeat(Colours, drawn.Count).SelectMany(all => all)))
            Append(svg, $"<span style=\"color:{colour}\">&#9632; {WebUtility.HtmlEncode(line.Name)}</span> ");
        return svg.Append("</p></figure>").ToString();

        double X(double x) => Left + (x / xMax * (Width - Left - Right));
        double Y(double y) => Height - Bottom - (y / yMax * (Height - Bottom - Top));
    }

    /// <summary>The next 1, 2 or 5 times a power of ten.</summary>
    private static double Nice(double max)
    {
        if (max <= 0)
            return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(max)));
        return power * (max / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
    }

    private static void Append(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture));
}
