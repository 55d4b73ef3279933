using System.Globalization;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>
/// The figures of one fault beside their bars. On a machine that is starved, which is measured and said, a figure may be
/// twice as long as its bar.
/// </summary>
/// <param name="history">Kept when a bar is broken.</param>
/// <param name="lateness">How late a timer of 10 ms was during the fault, at the 99th percentile.</param>
internal sealed class Figures(History history, TimeSpan lateness)
{
    /// <summary>On two cores with three nodes and nothing beside them it is 5 to 15 ms; with 16 threads that eat the CPU, 62 ms.</summary>
    private static readonly TimeSpan LatenessMax = TimeSpan.FromMilliseconds(50);

    private const int StarvedTimes = 2;

    private readonly List<(Bar Bar, TimeSpan Figure)> _figures = [];

    public bool AreOfAStarvedMachine => lateness > LatenessMax;

    /// <summary>One more figure.</summary>
    public Figures Of(Bar bar, TimeSpan figure)
    {
        _figures.Add((bar, figure));
        return this;
    }

    public void AssertHeld()
    {
        var broken = _figures.Where(one => one.Figure > one.Bar.Max * (AreOfAStarvedMachine ? StarvedTimes : 1)).Select(Text).ToList();
        if (broken.Count == 0)
            return;
        history.Keep();
        Assert.Fail($"Above the bar: {string.Join(", ", broken)}; {Machine}{Measure}");
    }

    public override string ToString() => $"{string.Join(", ", _figures.Select(Text))}; {Machine}{Measure}";

    /// <summary>How the machine was meanwhile.</summary>
    public string Machine => string.Create(CultureInfo.InvariantCulture, $"a 10 ms timer was {lateness.TotalMilliseconds:0} ms late at the p99");

    private string Measure => AreOfAStarvedMachine ? $": THE MACHINE WAS STARVED, held against {StarvedTimes} times the bar" : "";

    private static string Text((Bar Bar, TimeSpan Figure) one) => string.Create(
        CultureInfo.InvariantCulture, $"{one.Bar.What} {one.Figure.TotalSeconds:0.0#} s (bar {one.Bar.Max.TotalSeconds:0} s)");
}
