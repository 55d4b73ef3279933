using System.Diagnostics;
using System.Globalization;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.StorageTests.Commits;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Bench;

/// <summary>What the embedded store's writer takes for one document to everybody: its deliveries and their desks' items.</summary>
internal static class FanOutBench
{
    private const int Rounds = 5;
    private const int Chunks = 8;
    private const int UnitsOfChunk = 475;

    public static async Task Run()
    {
        await using var database = new SqliteDatabase();
        var node = await database.Node();
        await node.Apply(Make.Seats(Enumerable.Range(1, Chunks * UnitsOfChunk)));
        for (var round = 0; round < Rounds; round++)
        {
            var document = new DocumentId(Guid.NewGuid());
            var cpu = ProcessorTime.Of(null);
            var started = Stopwatch.GetTimestamp();
            for (var chunk = 0; chunk < Chunks; chunk++)
                await node.Apply(Chunk(document, [.. Enumerable.Range((chunk * UnitsOfChunk) + 1, UnitsOfChunk)]));
            var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            var spent = (ProcessorTime.Of(null) - cpu).TotalMilliseconds;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"SQLite       {Chunks * UnitsOfChunk:N0} deliveries  {took:F0} ms  CPU {spent:F0} ms"));
        }
    }

    private static Commit Chunk(DocumentId document, int[] units)
    {
        var ids = units.Select(_ => new DeliveryId(Guid.NewGuid())).ToArray();
        return new Commit
        {
            By = Actor.System,
            Appends = [.. ids.Select(id => new StreamAppend(id.Stream, 0, Make.Facts(1, "delivery.arrived")))],
            Rows = [.. units.Zip(ids, (unit, id) => Rows.Delivery(id, document, unit, 1) with { Ordinal = unit })],
            Inbox = [.. units.Zip(ids, (unit, id) => Make.Arrival(new ItemKey(new SeatId(unit), id.Value, Reason.Delivery), Box.WaitingReceipt))],
        };
    }
}
