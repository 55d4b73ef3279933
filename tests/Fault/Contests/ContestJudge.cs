using PartyRealtime.Contracts.Commits;
using PartyRealtime.FaultTests.Clusters;

namespace PartyRealtime.FaultTests.Contests;

/// <summary>Judges a history when everything has come to rest. The server is not asked what it believes to have done.</summary>
internal static class ContestJudge
{
    private const int AtOnce = 8;

    /// <param name="sender">Over which every acknowledged command is sent once more.</param>
    /// <param name="screens">What is wrong with the live screens.</param>
    public static async Task<ContestJudgement> Judge(
        OfficeCluster cluster, ContestHistory history, Sender sender, IReadOnlyList<string> screens)
    {
        var acknowledged = history.Commands.Where(command => command.Receipt is not null).ToList();
        var changed = await SentAgain(acknowledged, sender);
        var deliveries = await cluster.Query<Guid>(
            "SELECT id FROM delivery WHERE document_id = ANY (@streams)", new { streams = Streams(acknowledged).Distinct().ToArray() });
        var tables = await ContestTables.Read(cluster, Streams(acknowledged).Concat(deliveries));
        var facts = tables.Facts.SelectMany(stream => stream).Where(fact => fact.Command is not null).ToList();
        var positions = facts.ToLookup(fact => (fact.Stream, fact.Command!.Value), fact => fact.Position);
        var done = facts.Select(fact => fact.Command!.Value).ToHashSet();
        IEnumerable<long> Of(Settled one) => positions[(one.Receipt!.Stream.Value, one.Command.Id)];
        return new ContestJudgement
        {
            Acknowledged = acknowledged.Count,
            Refused = history.Commands.Count - acknowledged.Count,
            SentAgain = history.Commands.Count(command => command.Sends > 1),
            Reads = history.Reads,
            Lost = Wrong(acknowledged, one => Positions(one.Receipt!).Except(Of(one)).Any()),
            Doubled = Wrong(acknowledged, one => Of(one).Except(Positions(one.Receipt!)).Any()),
            DoneThoughRefused = Wrong(history.Commands.Where(command => command.Receipt is null), one => done.Contains(one.Command.Id)),
            Gaps = [.. Gaps(tables)],
            OutOfOrder = [.. tables.Facts.Select(stream => Ladder.Climb([.. stream])?.Wrong).OfType<string>()],
            Numbers = [.. Registers(tables), .. Holders(tables), .. Given(acknowledged)],
            Changed = changed,
            Stale = [.. history.Stale],
            Screens = screens,
        };
    }

    private static IEnumerable<Guid> Streams(IEnumerable<Settled> acknowledged) => acknowledged.Select(one => one.Receipt!.Stream.Value);

    private static IEnumerable<long> Positions(Receipt receipt) =>
        Enumerable.Range(0, (int)(receipt.Last - receipt.First + 1)).Select(place => receipt.First + place);

    private static IEnumerable<long> Until(int last) => Enumerable.Range(1, last).Select(place => (long)place);

    private static List<string> Wrong(IEnumerable<Settled> commands, Func<Settled, bool> isWrong) =>
        [.. commands.Where(isWrong).Select(one => one.ToString())];

    /// <summary>Everything acknowledged once more under its id: the answer is the one that was given.</summary>
    private static async Task<IReadOnlyList<string>> SentAgain(IReadOnlyCollection<Settled> acknowledged, Sender sender)
    {
        var changed = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await Parallel.ForEachAsync(acknowledged.Index(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (one, _) =>
        {
            var again = await sender.Settle(one.Item.Command, one.Index);
            if (again.Receipt != one.Item.Receipt)
                changed.Enqueue($"{one.Item}, then {again.Receipt?.ToString() ?? again.Refusal}");
        });
        return [.. changed];
    }

    /// <summary>Positions from 1 to the head, and the row where the facts lead.</summary>
    private static IEnumerable<string> Gaps(ContestTables tables)
    {
        foreach (var stream in tables.Facts)
        {
            var positions = stream.Select(fact => fact.Position).ToList();
            var head = tables.Heads.GetValueOrDefault(stream.Key);
            if (!positions.SequenceEqual(Until(positions.Count)) || head != positions.Count)
                yield return $"{stream.Key}: {string.Join(", ", positions)}, head {head}";
        }

        foreach (var row in tables.Standing)
        {
            var facts = tables.Facts[row.Stream].ToList();
            var number = facts.LastOrDefault(fact => fact.Number is not null || fact.Kind == "document.number-voided");
            var climbed = Ladder.Climb(facts);
            if (row.Position != facts.Count || (climbed is { } at && at.Wrong is null && at.State != row.State)
                || (row.Register, row.Number) != (number?.Register, number?.Number))
                yield return $"{row}: {string.Join(", ", facts.Select(fact => fact.Kind))}";
        }
    }

    /// <summary>From 1 on without a gap, up to where the register goes on.</summary>
    private static IEnumerable<string> Registers(ContestTables tables) =>
        from register in tables.Numbers.GroupBy(line => line.Register)
        let numbers = register.Select(line => line.Number).ToList()
        where !numbers.SequenceEqual(Until(numbers.Count)) || tables.Next[register.Key] != numbers.Count + 1
        select $"{register.Key}: {string.Join(", ", numbers)}, goes on at {tables.Next[register.Key]}";

    /// <summary>A number belongs to the one fact that took it, and no thing has two that are not voided.</summary>
    private static IEnumerable<string> Holders(ContestTables tables)
    {
        var lines = tables.Numbers.Where(line => tables.Heads.ContainsKey(line.Stream)).ToList();
        var taken = tables.Facts.SelectMany(stream => stream).Where(fact => fact.Number is not null)
            .ToLookup(fact => (fact.Register, fact.Number!.Value, fact.Stream));
        foreach (var line in lines.Where(line => taken[(line.Register, line.Number, line.Stream)].Count() != 1))
            yield return $"{line}: taken by {taken[(line.Register, line.Number, line.Stream)].Count()} facts";
        foreach (var thing in lines.Where(line => !line.Voided).GroupBy(line => line.Stream).Where(thing => thing.Count() > 1))
            yield return $"{thing.Key} has {string.Join(" and ", thing)}";
        if (taken.Sum(facts => facts.Count()) != lines.Count)
            yield return $"{lines.Count} numbers, {taken.Sum(facts => facts.Count())} facts that took one";
    }

    /// <summary>No two people were told the same number of one series.</summary>
    private static IEnumerable<string> Given(IEnumerable<Settled> acknowledged) =>
        from one in acknowledged
        where one.Receipt!.Symbol is not null
        group one by one.Receipt!.Symbol into same
        where same.Count() > 1
        select string.Join(" and ", same);
}
