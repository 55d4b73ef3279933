using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.FaultTests.Clusters;
using PartyRealtime.FaultTests.Driving;

namespace PartyRealtime.FaultTests.Numbers;

public sealed class NumberKillTests
{
    private const int Documents = 1_000;

    private const int Rounds = 10;

    private const int Voided = 50;

    private static readonly TimeSpan AllMax = TimeSpan.FromMinutes(4);

    /// <summary>Often enough to hit the moment, without taking a processor from the server that is watched.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private static readonly string[] Types = ["CT", "NQ", "KL"];

    [Fact]
    public async Task A_thousand_numbers_through_ten_kills_are_gap_free_and_never_change()
    {
        var dice = new Dice();
        await using var office = await Office.Open();
        var clerk = await office.SignIn("clerk.tw");
        await office.Kill();
        var desk = await Tables.One<int>(office.Data, "SELECT MIN(id) FROM seat WHERE unit_id = 1 AND kind = 1");
        var official = await Tables.One<int>(office.Data, "SELECT id FROM official WHERE sign_in = 'clerk.tw'");
        var documents = await Signed.Write(office.Data, new UnitId(1), new SeatId(desk), new OfficialId(official), Types, Documents);
        var commands = documents.ToDictionary(document => document.Value, _ => Guid.NewGuid());
        var acknowledged = new ConcurrentDictionary<Guid, string>();

        for (var round = 0; round < Rounds; round++)
        {
            await office.Start();
            var asked = AskAll(office, clerk, commands, acknowledged);
            // Killed at a random moment while the answers come in, not by a clock that the machine's load would shift.
            var enough = acknowledged.Count + dice.Between(1, Documents / Rounds * 2);
            using var timer = new PeriodicTimer(Look);
            while (acknowledged.Count < Math.Min(enough, Documents) && !asked.IsCompleted)
                await timer.WaitForNextTickAsync();
            await office.Kill();
            await asked;
        }

        await office.Start();
        using var limit = new CancellationTokenSource(AllMax);
        // A server that has too much to do says so; who was told asks again.
        while (acknowledged.Count < Documents)
        {
            Assert.False(limit.IsCancellationRequested, $"{Documents - acknowledged.Count} of {Documents} numbers were not given within {AllMax}.");
            await AskAll(office, clerk, commands.Where(command => !acknowledged.ContainsKey(command.Key)), acknowledged);
            await NoteTraffic.For(Pause);
        }

        // Once more, with everything acknowledged: every answer stays as it was.
        await AskAll(office, clerk, commands, acknowledged);
        await NumbersAreGapFree(office.Data);
        await VoidedNumbersStay(office, clerk, commands);
    }

    /// <summary>Asks for all these documents at once, each under its own id; an answer that was given before must be given again.</summary>
    private static Task AskAll(
        Office office, string clerk, IEnumerable<KeyValuePair<Guid, Guid>> commands, ConcurrentDictionary<Guid, string> acknowledged)
    {
        var server = office.Server;
        return Task.WhenAll(commands.Select(Ask));

        async Task Ask(KeyValuePair<Guid, Guid> command)
        {
            if (office.IsDown(server))
                return;
            var answer = await office.Send(clerk, $"/api/documents/{command.Key}/number", JsonContent.Create(new { }), command.Value);
            if (answer is not { } given)
                return;
            Assert.True((int)given.Status == 200, $"{given.Status} {given.Body}");
            var text = given.Body.GetRawText();
            Assert.Equal(acknowledged.GetOrAdd(command.Key, text), text);
        }
    }

    private static async Task NumbersAreGapFree(string data)
    {
        var entries = await Tables.Read<Entry>(
            data, "SELECT register AS Register, number AS Number, number_on AS Day FROM register_entry WHERE register LIKE 'out:1:%' ORDER BY register, number");
        Assert.Equal(Documents, entries.Count);
        var registers = entries.GroupBy(entry => entry.Register).ToList();
        Assert.Equal(Types.Length, registers.Count);
        foreach (var register in registers)
        {
            Assert.Equal(Enumerable.Range(1, register.Count()).Select(n => (long)n), register.Select(entry => entry.Number));
            Assert.Equal(register.Select(entry => entry.Day).Order(StringComparer.Ordinal), register.Select(entry => entry.Day));
        }

        Assert.Equal(Documents, await Tables.One<long>(data, "SELECT COUNT(DISTINCT stream) FROM register_entry WHERE register LIKE 'out:1:%'"));
    }

    private static async Task VoidedNumbersStay(Office office, string clerk, Dictionary<Guid, Guid> commands)
    {
        var before = await Tables.One<long>(office.Data, "SELECT SUM(next) FROM register");
        foreach (var document in commands.Keys.Take(Voided))
            await office.Until(clerk, $"/api/documents/{document}/void", new { reason = "Sai thể thức", bodyStays = true });
        Assert.Equal(Voided, await Tables.One<long>(office.Data, "SELECT COUNT(*) FROM register_entry WHERE voided_at_ms IS NOT NULL AND void_reason = 'Sai thể thức'"));
        Assert.Equal(before, await Tables.One<long>(office.Data, "SELECT SUM(next) FROM register"));
        var visible = 0;
        for (var page = 1; page <= Documents / 100; page++)
        {
            using var lines = JsonDocument.Parse(await office.Download(clerk, $"/api/registers/outgoing?page={page}"));
            visible += lines.RootElement.GetProperty("rows").EnumerateArray().Count(line => line.GetProperty("voided").GetBoolean());
        }

        Assert.Equal(Voided, visible);
    }

    private sealed record Entry
    {
        public string Register { get; init; } = "";

        public long Number { get; init; }

        public string Day { get; init; } = "";
    }
}
