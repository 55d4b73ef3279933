using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Wire;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>
/// What was acknowledged, what was shown, what was read: recorded while the fault lasts, judged after it. The server is
/// not asked what it believes to have done.
/// </summary>
internal sealed class History
{
    private readonly ConcurrentQueue<Operation> _operations = new();
    private readonly ConcurrentQueue<Showing> _showings = new();
    private readonly ConcurrentQueue<FollowUp> _reads = new();
    private readonly Lazy<string> _file;

    public History() => _file = new(Write);

    public IReadOnlyCollection<Operation> Operations => _operations;

    /// <summary>Each screen's own in the order in which it showed them.</summary>
    public IReadOnlyCollection<Showing> Showings => _showings;

    public IReadOnlyCollection<FollowUp> Reads => _reads;

    public void Acknowledged(Operation operation) => _operations.Enqueue(operation);

    /// <summary>One caller at a time for each person.</summary>
    public void Shown(int person, InboxItem item, TimeSpan at) => _showings.Enqueue(new Showing(person, item, at));

    /// <summary>A read after the acknowledgement: was it there?</summary>
    public void Read(Operation operation, bool there) => _reads.Enqueue(new FollowUp(operation, there));

    /// <summary>
    /// The longest time from the acknowledgement of a note until its reader's screen showed it, over the notes that were
    /// acknowledged or shown in this time. To be asked when everything was shown.
    /// </summary>
    public TimeSpan SeenMax(TimeSpan from, TimeSpan to)
    {
        var shown = _showings.GroupBy(one => (one.Person, one.Text)).ToDictionary(same => same.Key, same => same.Min(one => one.At));
        return _operations
            .Where(sent => sent.Acknowledged <= to && shown.TryGetValue((sent.To, sent.Text), out var at) && at >= from)
            .Select(sent => shown[(sent.To, sent.Text)] - sent.Acknowledged)
            .Append(TimeSpan.Zero)
            .Max();
    }

    /// <summary>How long after this moment the last of the senders had a note acknowledged again.</summary>
    public TimeSpan Recovered(TimeSpan back) => _operations
        .Where(sent => sent.Acknowledged >= back)
        .GroupBy(sent => sent.From)
        .Max(sent => sent.Min(first => first.Acknowledged)) - back;

    /// <summary>
    /// Writes what was recorded, once, to a file beside the test program, a line each in the order of time, and says
    /// where: the path of the file.
    /// </summary>
    public string Keep() => _file.Value;

    private string Write()
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "TestResults"));
        var name = string.Create(CultureInfo.InvariantCulture, $"history-{DateTime.UtcNow:yyyyMMdd-HHmmss}-{Guid.NewGuid().ToString("N")[..4]}.jsonl");
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllLines(path, Lines().OrderBy(line => line.At).Select(line => JsonSerializer.Serialize(line.What, WireJson.Options)));
        TestContext.Current.TestOutputHelper?.WriteLine($"its history: {path}");
        return path;
    }

    private IEnumerable<(TimeSpan At, object What)> Lines() =>
    [
        .. _operations.Select(sent => (sent.Acknowledged, (object)new { Acknowledged = sent })),
        .. _showings.Select(shown => (shown.At, (object)new { Shown = shown })),
        .. _reads.Select(read => (read.Of.Acknowledged, (object)new { ReadAfterwards = read.Of.Text, read.There })),
    ];
}
