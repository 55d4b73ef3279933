using System.Text.Json;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Wire;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>Holds what was acknowledged against what screens showed and what a fresh read at the end says.</summary>
internal sealed class Judge
{
    private readonly History _history;
    private readonly Dictionary<int, ILookup<string, InboxItem>> _boxes;
    private readonly Dictionary<int, List<Showing>> _screens;

    /// <param name="history">Everything, after the last note was acknowledged.</param>
    /// <param name="fresh">Everybody's notes of this run, read at the end.</param>
    public Judge(History history, IReadOnlyDictionary<int, IReadOnlyList<InboxItem>> fresh)
    {
        _history = history;
        _boxes = fresh.ToDictionary(box => box.Key, box => box.Value.ToLookup(item => item.Note ?? "", StringComparer.Ordinal));
        _screens = fresh.Keys.ToDictionary(person => person, person => history.Showings.Where(shown => shown.Person == person).ToList());
    }

    /// <param name="apart">Positions by which the screens were behind or ahead of a fresh read.</param>
    /// <param name="repeats">Positions that one connection pushed again.</param>
    public Judgement Of(long apart, long repeats) => new()
    {
        Acknowledged = _history.Operations.Count,
        Reads = _history.Reads.Count,
        Lost = [.. Sent.Where(sent => !_boxes[sent.To].Contains(sent.Text)).Select(sent => sent.Text)],
        Doubled = [.. _boxes.Values.SelectMany(TwiceIn).Union(_screens.Values.SelectMany(TwiceOn))],
        ShownTwice = [.. _screens.Values.SelectMany(ShownAgain)],
        NotShown = [.. Sent.ExceptBy(_history.Showings.Select(shown => (shown.Person, shown.Text)), sent => (sent.To, sent.Text)).Select(sent => sent.Text)],
        Strayed = [.. Places().Except(Sent.Select(sent => (sent.To, sent.Text))).Select(place => place.Text)],
        Stale = [.. _history.Reads.Where(read => !read.There).Select(read => read.Of.Text)],
        OutOfOrder = [.. Disordered(PositionOf).Union(Disordered(TurnsOnScreens())).Union(_screens.Values.SelectMany(GoneBack))],
        Unequal = [.. _screens.SelectMany(screen => Unequal(screen.Value, _boxes[screen.Key]))],
        Apart = apart,
        Repeats = repeats,
    };

    private IEnumerable<Operation> Sent => _history.Operations;

    private static IEnumerable<string> TwiceIn(ILookup<string, InboxItem> box) =>
        box.Where(items => items.Count() > 1).Select(items => items.Key);

    private static IEnumerable<string> TwiceOn(List<Showing> screen) =>
        screen.GroupBy(shown => shown.Text).Where(same => same.Select(shown => shown.Item.Subject).Distinct().Count() > 1).Select(same => same.Key);

    private static IEnumerable<string> ShownAgain(List<Showing> screen) =>
        screen.GroupBy(shown => (shown.Item.Subject, shown.Item.Position)).Where(same => same.Count() > 1).Select(same => same.First().Text);

    private IEnumerable<(int Person, string Text)> Places() =>
        _boxes.SelectMany(box => box.Value.Select(items => (box.Key, items.Key)))
            .Concat(_history.Showings.Select(shown => (shown.Person, shown.Text)));

    /// <summary>What one wrote to another, and lies before what was written earlier; what has no place is lost, not disordered.</summary>
    private IEnumerable<string> Disordered(Func<Operation, long?> placeOf)
    {
        foreach (var pair in Sent.GroupBy(sent => (sent.From, sent.To)))
        {
            var last = long.MinValue;
            foreach (var sent in pair.OrderBy(sent => sent.Ordinal))
            {
                if (placeOf(sent) is not { } place)
                    continue;
                if (place < last)
                    yield return sent.Text;
                last = place;
            }
        }
    }

    private long? PositionOf(Operation sent) => _boxes[sent.To][sent.Text].Max(item => (long?)item.Position);

    /// <summary>When each note came on its reader's screen first, counted in what that screen showed.</summary>
    private Func<Operation, long?> TurnsOnScreens()
    {
        var turns = _screens.ToDictionary(
            screen => screen.Key,
            screen => screen.Value.Index().GroupBy(shown => shown.Item.Text).ToDictionary(same => same.Key, same => (long?)same.Min(shown => shown.Index)));
        return sent => turns[sent.To].GetValueOrDefault(sent.Text);
    }

    private static IEnumerable<string> GoneBack(List<Showing> screen) =>
        screen.Zip(screen.Skip(1)).Where(two => two.Second.Item.Position < two.First.Item.Position).Select(two => two.Second.Text);

    /// <summary>Notes that the screen shows last otherwise than the box has them, or that are in no box.</summary>
    private static IEnumerable<string> Unequal(List<Showing> screen, ILookup<string, InboxItem> box) =>
        screen.GroupBy(shown => shown.Item.Subject).Select(same => same.Last())
            .Where(last => !box[last.Text].Any(item => Text(item) == Text(AsReadNow(last.Item, item))))
            .Select(last => last.Text);

    /// <summary>A node of a version before pushes no <see cref="InboxItem.ArrivedSeq"/>, which orders items of one millisecond alone.</summary>
    private static InboxItem AsReadNow(InboxItem shown, InboxItem read) => shown.ArrivedSeq == 0 ? shown with { ArrivedSeq = read.ArrivedSeq } : shown;

    /// <summary>Everything that a reader gets of it.</summary>
    private static string Text(InboxItem item) => JsonSerializer.Serialize(item, WireJson.Options);
}
