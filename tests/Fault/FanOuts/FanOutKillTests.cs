using System.Diagnostics;
using PartyRealtime.FaultTests.Clusters;
using PartyRealtime.FaultTests.Driving;
using PartyRealtime.Storage.Organisation.Seeding;

namespace PartyRealtime.FaultTests.FanOuts;

[Collection(AloneCollection.Name)]
public sealed class FanOutKillTests(ITestOutputHelper output)
{
    private const int Communes = 3_321;

    private static readonly Bar Resumed = new("at every unit after the restart", TimeSpan.FromSeconds(5));

    /// <summary>Long past the bar: what has not come by then does not come.</summary>
    private static readonly TimeSpan EndsMax = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    [Fact]
    public async Task A_fan_out_killed_between_chunks_goes_on_by_itself_and_reaches_every_unit_once()
    {
        var dice = new Dice();
        await using var office = await Office.Of(OrganisationSize.Default);
        var document = await KilledMidway(office, dice);
        Assert.InRange(await Arrived(office.Data, document), 1, Communes - 1);

        await office.Start();
        await using var metronome = new Metronome();
        var began = Stopwatch.GetTimestamp();
        await Until(office.Data, document, Communes);
        var took = Stopwatch.GetElapsedTime(began);

        await EveryUnitOnce(office.Data, document);
        var figures = new Figures(new History(), metronome.Lateness(TimeSpan.Zero, took)).Of(Resumed, took);
        output.WriteLine($"killed between chunks: {figures}");
        figures.AssertHeld();
    }

    private static async Task Until(string data, Guid document, long units)
    {
        using var limit = new CancellationTokenSource(EndsMax);
        using var timer = new PeriodicTimer(Look);
        while (await Arrived(data, document) < units)
            await timer.WaitForNextTickAsync(limit.Token);
    }

    /// <summary>Issues to all communes and kills when some desks have it and some do not; again with another document when it came too late.</summary>
    private static async Task<Guid> KilledMidway(Office office, Dice dice)
    {
        var clerk = await office.SignIn("clerk.tw");
        var leader = await office.SignIn("leader.tw");
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var document = await Documents.Sealed(office, clerk, leader, []);
            var enough = dice.Between(1, Communes / 2);
            var issue = office.Until(clerk, $"/api/documents/{document}/issue", new { recipients = new[] { "communes" }, confirmUnits = Communes });
            await Until(office.Data, document, enough);
            await office.Kill();
            var arrived = await Arrived(office.Data, document);
            if (arrived < Communes)
                return document;
            await office.Start();
            await issue;
        }

        throw new InvalidOperationException("The fan-out was always over before the kill.");
    }

    private static async Task<long> Arrived(string data, Guid document) => await Tables.One<long>(
        data, "SELECT COUNT(*) FROM delivery WHERE document_id = @id AND state = 2", new { id = document.ToByteArray(bigEndian: true) });

    private static async Task EveryUnitOnce(string data, Guid document)
    {
        var id = new { id = document.ToByteArray(bigEndian: true) };
        var items = await Tables.Read<long>(data, "SELECT seat_id FROM inbox_item WHERE document_id = @id AND reason = 1", id);
        Assert.Equal(Communes, items.Count);
        Assert.Equal(Communes, items.Distinct().Count());
        Assert.Equal(Communes, await Tables.One<long>(
            data, "SELECT COUNT(*) FROM fact f JOIN delivery v ON v.id = f.stream WHERE v.document_id = @id AND f.kind = 'delivery.arrived' AND f.position = 1", id));
        // Each arrival took one position of its desk: head and items agree on every desk.
        Assert.Equal(0, await Tables.One<long>(
            data, "SELECT COUNT(*) FROM inbox_head h WHERE h.position < (SELECT COUNT(*) FROM inbox_item i WHERE i.seat_id = h.seat_id)"));
    }
}
