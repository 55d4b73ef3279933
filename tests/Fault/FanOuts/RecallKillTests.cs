using System.Diagnostics;
using PartyRealtime.FaultTests.Driving;
using PartyRealtime.Storage.Organisation.Seeding;

namespace PartyRealtime.FaultTests.FanOuts;

public sealed class RecallKillTests
{
    private const int Communes = 3_321;

    private static readonly TimeSpan ReachedMax = TimeSpan.FromSeconds(60);

    /// <summary>Often enough to hit the moment, without taking a processor from the server that is watched.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(2);

    [Fact]
    public async Task A_recall_killed_between_chunks_goes_on_by_itself_and_asks_every_unit_once()
    {
        var dice = new Dice();
        await using var office = await Office.Of(OrganisationSize.Default);
        var document = await KilledMidway(office, dice);
        Assert.InRange(await Asked(office.Data, document), 1, Communes - 1);

        await office.Start();
        await Reached(office.Data, document, Asked, Communes);
        Assert.Equal(Communes, await Asked(office.Data, document));
        await EveryUnitOnce(office.Data, document);
    }

    /// <summary>Recalls from all communes and kills when some have been asked; again with another document when it came too late.</summary>
    private static async Task<Guid> KilledMidway(Office office, Dice dice)
    {
        var clerk = await office.SignIn("clerk.tw");
        var leader = await office.SignIn("leader.tw");
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var document = await Documents.Sealed(office, clerk, leader, []);
            await office.Until(clerk, $"/api/documents/{document}/issue", new { recipients = new[] { "communes" }, confirmUnits = Communes });
            // Sometimes the recall comes while the fan-out is still on its way: it must not overtake it.
            await Reached(office.Data, document, Arrived, dice.Between(1, Communes));
            var recall = office.Until(clerk, $"/api/documents/{document}/recall", new { reason = "Sai căn cứ ban hành" });
            await Reached(office.Data, document, Asked, dice.Between(1, Communes / 2));
            await office.Kill();
            if (await Asked(office.Data, document) < Communes)
                return document;
            await office.Start();
            await recall;
        }

        throw new InvalidOperationException("The recall was always over before the kill.");
    }

    private static async Task Reached(string data, Guid document, Func<string, Guid, Task<long>> count, long enough)
    {
        var began = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(Look);
        while (await count(data, document) is var reached && reached < enough)
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < ReachedMax, $"{reached} of {enough} units after {ReachedMax}.");
            await timer.WaitForNextTickAsync();
        }
    }

    private static Task<long> Arrived(string data, Guid document) => Tables.One<long>(
        data, "SELECT COUNT(*) FROM delivery WHERE document_id = @id AND state = 2", new { id = document.ToByteArray(bigEndian: true) });

    private static Task<long> Asked(string data, Guid document) => Tables.One<long>(
        data, "SELECT COUNT(*) FROM delivery WHERE document_id = @id AND recall = 1", new { id = document.ToByteArray(bigEndian: true) });

    private static async Task EveryUnitOnce(string data, Guid document)
    {
        var id = new { id = document.ToByteArray(bigEndian: true) };
        // Box 13: each desk has just one item of it, and it waits for the answer.
        var seats = await Tables.Read<long>(data, "SELECT seat_id FROM inbox_item WHERE document_id = @id AND box = 13", id);
        Assert.Equal(Communes, seats.Count);
        Assert.Equal(Communes, seats.Distinct().Count());
        // Arrival first, the request second, and no third position.
        Assert.Equal(Communes, await Tables.One<long>(
            data, "SELECT COUNT(*) FROM fact f JOIN delivery v ON v.id = f.stream WHERE v.document_id = @id AND f.kind = 'delivery.recall-asked' AND f.position = 2", id));
        Assert.Equal(0, await Tables.One<long>(data, "SELECT COUNT(*) FROM delivery WHERE document_id = @id AND position <> 2", id));
    }
}
