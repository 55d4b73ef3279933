using System.Diagnostics;
using System.Globalization;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.StorageTests.Commits;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Bench;

/// <summary>Notes per second through the writer, by number of callers that each wait for their answer.</summary>
internal static class WriterBench
{
    private const int SeatsMax = 5_000;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(5);

    public static async Task<int> Run(string[] args)
    {
        if (!args.Contains("--postgresql", StringComparer.Ordinal))
        {
            await using var sqlite = new SqliteDatabase();
            await Run("SQLite", sqlite, null);
            await FanOutBench.Run();
        }

        await using var server = new PostgreSqlServer();
        await using var postgresql = new PostgreSqlDatabase(server);
        await Run("PostgreSQL", postgresql, server);
        return 0;
    }

    private static async Task Run(string name, TestDatabase database, PostgreSqlServer? server)
    {
        var node = await database.Node();
        await node.Apply(Make.Seats(Enumerable.Range(1, SeatsMax)));
        await Load(node, server, 64, TimeSpan.FromSeconds(2));
        foreach (var callers in (int[])[1, 16, 64, 512])
            Console.WriteLine($"{name,-12} {callers,4} callers  {await Load(node, server, callers, Duration)}");
    }

    private static async Task<string> Load(TestNode node, PostgreSqlServer? server, int callers, TimeSpan duration)
    {
        var latencies = new List<double>[callers];
        var cpu = ProcessorTime.Of(server);
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var mine = latencies[caller] = [];
            var random = new Random(caller);
            while (Stopwatch.GetElapsedTime(started) < duration)
            {
                var note = Make.Note(Make.Key(new OfficialId(caller + 1)), new SeatId(random.Next(1, SeatsMax + 1)));
                var sent = Stopwatch.GetTimestamp();
                if (await node.Write(note) is not CommitResult.Committed)
                    throw new InvalidOperationException("A note was not committed.");
                mine.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }
        })));
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var spent = (ProcessorTime.Of(server) - cpu).TotalSeconds;
        var all = latencies.SelectMany(one => one).Order().ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{all.Count / took,8:N0} commands/s  p50 {all[all.Count / 2],6:N1} ms  p99 {all[all.Count * 99 / 100],6:N1} ms  CPU {spent / all.Count * 100_000,5:N1} s per 100,000");
    }
}
