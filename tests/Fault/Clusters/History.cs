using System.Collections.Concurrent;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.LoadTests.Wire;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>
/// What was acknowledged, what was shown, what was read: recorded while the fault lasts, judged after it. The server is
/// not asked what it believes to have done.
/// </summary>
internal sealed class History
{
    private readonly ConcurrentQueue<Operation> _operations = new();
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<Guid, byte>> _shown = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Operation> _stale = new();
    private int _reads;

    public IReadOnlyCollection<Operation> Operations => _operations;

    public void Acknowledged(Operation operation) => _operations.Enqueue(operation);

    public void Shown(Screen screen, string text, InboxItem item) =>
        _shown.GetOrAdd(text, _ => new())[item.Subject] = 0;

    /// <summary>A read after the acknowledgement: was it there?</summary>
    public void Read(Operation operation, bool there)
    {
        Interlocked.Increment(ref _reads);
        if (!there)
            _stale.Enqueue(operation);
    }

    /// <param name="fresh">Everybody's notes, read at the end.</param>
    /// <param name="behind">Positions that the screens lack.</param>
    public Judgement Judge(IReadOnlyDictionary<int, IReadOnlyList<InboxItem>> fresh, long behind)
    {
        var boxes = fresh.ToDictionary(box => box.Key, box => box.Value.Where(item => item.Note is not null).ToLookup(item => item.Note!));
        return new Judgement
        {
            Acknowledged = _operations.Count,
            Reads = _reads,
            Lost = [.. _operations.Where(sent => !boxes[sent.To].Contains(sent.Text)).Select(sent => sent.Text)],
            Doubled = [.. _operations.Where(sent => boxes[sent.To][sent.Text].Count() > 1 || Screens(sent) > 1).Select(sent => sent.Text)],
            NotShown = [.. _operations.Where(sent => Screens(sent) == 0).Select(sent => sent.Text)],
            Stale = [.. _stale.Select(sent => sent.Text)],
            OutOfOrder = OutOfOrder(boxes),
            Behind = behind,
        };
    }

    private int Screens(Operation sent) => _shown.TryGetValue(sent.Text, out var subjects) ? subjects.Count : 0;

    /// <summary>A sender waits for each acknowledgement, so what one wrote to another lies in the box in that order.</summary>
    private List<string> OutOfOrder(Dictionary<int, ILookup<string, InboxItem>> boxes)
    {
        var wrong = new List<string>();
        foreach (var pair in _operations.GroupBy(sent => (sent.From, sent.To)))
        {
            var last = long.MinValue;
            foreach (var sent in pair.OrderBy(sent => sent.Ordinal))
            {
                var position = boxes[sent.To][sent.Text].Select(item => item.Position).DefaultIfEmpty(last).Max();
                if (position < last)
                    wrong.Add(sent.Text);
                last = position;
            }
        }

        return wrong;
    }
}
