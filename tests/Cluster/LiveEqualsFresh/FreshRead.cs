using System.Collections.Immutable;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Wire;
using PartyRealtime.Nodes;

namespace PartyRealtime.ClusterTests.LiveEqualsFresh;

/// <summary>Reads a person's whole inbox over HTTP, as a device does that knows nothing yet.</summary>
internal static class FreshRead
{
    private const int TriesMax = 20;

    /// <summary>Every open item with the counters, all at the same positions.</summary>
    public static async Task<InboxSnapshot> Of(Person person)
    {
        for (var attempt = 0; attempt < TriesMax; attempt++)
        {
            if (await Try(person) is { } snapshot)
                return snapshot;
        }

        throw new InvalidOperationException("The inbox does not come to rest.");
    }

    private static async Task<InboxSnapshot?> Try(Person person)
    {
        var counted = await person.Get<InboxCounters>("/api/inbox/counters");
        var items = ImmutableDictionary.CreateBuilder<ItemKey, InboxItem>();
        foreach (var counter in counted.Counters)
        {
            string? after = null;
            do
            {
                var box = System.Text.Json.JsonSerializer.Serialize(counter.Box, WireJson.Options).Trim('"');
                var page = await person.Get<InboxPage>($"/api/inbox?box={box}&take=200&after={after}");
                if (page.Epoch != counted.Epoch || !page.Cursors.SequenceEqual(counted.Cursors))
                    return null;
                Assert.Equal(counter.Total, page.Total);
                foreach (var item in page.Items)
                    items.Add(InboxSnapshot.KeyOf(item), item);
                after = page.Next;
            }
            while (after is not null);
        }

        AssertCounters(person, counted, items.Values);
        return new InboxSnapshot
        {
            Official = person.Official,
            Epoch = counted.Epoch,
            Cursors = counted.Cursors.ToImmutableSortedDictionary(cursor => cursor.Seat.Value, cursor => cursor.Position),
            Items = items.ToImmutable(),
            Counters = counted.Counters.ToImmutableSortedDictionary(counter => counter.Box, counter => counter),
        };
    }

    /// <summary>A counter is the length of its list, always.</summary>
    private static void AssertCounters(Person person, InboxCounters counted, IEnumerable<InboxItem> items)
    {
        var lengths = items.GroupBy(item => item.Box).OrderBy(box => box.Key).Select(box => new BoxCounter(
            box.Key,
            box.Count(),
            box.Count(item => !item.ReadBy.Contains(person.Official)),
            box.Count(item => item.Urgency > Urgency.Normal),
            box.Count(item => item.Overdue)));
        Assert.Equal(lengths, counted.Counters.OrderBy(counter => counter.Box));
    }
}
