using System.Globalization;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>
/// The figures of one fault beside their bars. The later the machine itself was, which is measured and said, the longer a
/// figure may be.
/// </summary>
/// <param name="history">Kept when a bar is broken.</param>
/// <param name="lateness">How late the machine was during the fault.</param>
internal sealed class Figures(History history, Lateness lateness)
{
    /// <summary>
    /// A machine that is so late may take twice as long. On two cores with three nodes and nothing beside them a timer is 5 to
    /// 15 ms late; with 16 threads that eat the CPU, 36 to 62 ms.
    /// </summary>
    private static readonly TimeSpan Twice = TimeSpan.FromMilliseconds(50);

    private const double TimesMax = 3;

    private const double TimesSaid = 1.1;

    private const double Starved = 2;

    /// <summary>The first and one retry.</summary>
    private const int Sends = 2;

    private readonly List<(Bar Bar, TimeSpan Figure)> _figures = [];

    /// <summary>How often a note may be sent where one retry must do: once more on a machine that is starved.</summary>
    public int SendsMax => IsOfAStarvedMachine ? Sends + 1 : Sends;

    /// <summary>One more figure.</summary>
    public Figures Of(Bar bar, TimeSpan figure)
    {
        _figures.Add((bar, figure));
        return this;
    }

    public void AssertHeld()
    {
        var broken = _figures.Where(one => one.Figure > one.Bar.Max * Times).Select(Text).ToList();
        if (broken.Count == 0)
            return;
        history.Keep();
        Assert.Fail($"Above the bar: {string.Join(", ", broken)}; {Machine}{Measure}");
    }

    public override string ToString() => $"{string.Join(", ", _figures.Select(Text))}; {Machine}{Measure}";

    /// <summary>How the machine was meanwhile.</summary>
    public string Machine => lateness.ToString();

    /// <summary>How many times its bar a figure may be.</summary>
    private double Times => Math.Min(1 + (lateness.Worst / Twice), TimesMax);

    private bool IsOfAStarvedMachine => Times >= Starved;

    private string Measure => Times <= TimesSaid ? "" : string.Create(
        CultureInfo.InvariantCulture, $": {(IsOfAStarvedMachine ? "THE MACHINE WAS STARVED, " : "")}held against {Times:0.0#} times the bar");

    private static string Text((Bar Bar, TimeSpan Figure) one) => string.Create(
        CultureInfo.InvariantCulture, $"{one.Bar.What} {one.Figure.TotalSeconds:0.0#} s (bar {one.Bar.Max.TotalSeconds:0} s)");
}
