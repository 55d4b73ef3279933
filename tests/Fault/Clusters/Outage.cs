using System.Globalization;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>What people felt of a fault.</summary>
/// <param name="Affected">Senders for whom a note took longer than a second.</param>
/// <param name="Median">The median over them of their longest note.</param>
/// <param name="Worst">The longest note of all.</param>
/// <param name="P99">99 % of all notes since the fault took no longer.</param>
/// <param name="SentOnce">The share that the first sending sufficed for, in percent.</param>
/// <param name="SendsMax">The most sendings of one note.</param>
internal sealed record Outage(int Affected, TimeSpan Median, TimeSpan Worst, TimeSpan P99, double SentOnce, int SendsMax)
{
    private static readonly TimeSpan Felt = TimeSpan.FromSeconds(1);

    /// <summary>Over the notes that were under way or begun in this time; all, or those that were not sent to this node first.</summary>
    public static Outage Of(History history, TimeSpan from, TimeSpan to, Uri? except = null)
    {
        var sent = history.Operations.Where(note => note.Acknowledged >= from && note.Began <= to && note.First != except).ToList();
        var longest = sent.GroupBy(note => note.From).Select(notes => notes.Max(note => note.Took)).Where(took => took > Felt).Order().ToList();
        var all = sent.Select(note => note.Took).Order().ToList();
        return new Outage(
            longest.Count,
            longest.Count == 0 ? TimeSpan.Zero : longest[longest.Count / 2],
            all[^1],
            all[(int)(all.Count * 0.99)],
            100.0 * sent.Count(note => note.Sends == 1) / sent.Count,
            sent.Max(note => note.Sends));
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Affected} people waited over 1 s, median {Median.TotalSeconds:0.0} s, worst {Worst.TotalSeconds:0.0} s; p99 of all notes {P99.TotalSeconds:0.00} s; {SentOnce:0.0} % sent once, at most {SendsMax} sendings");
}
