using System.Globalization;
using System.Text.Json;
using PartyRealtime.Drafting;
using PartyRealtime.FaultTests.Clusters;
using PartyRealtime.FaultTests.Driving;
using PartyRealtime.LoadTests.Wire;
using PartyRealtime.Processes;

namespace PartyRealtime.FaultTests.Drafting;

/// <summary>
/// Hostile clients at a server's sockets, while two honest people go on typing in the same draft: what they send is refused,
/// nobody else notices, and nothing is left over of it.
/// </summary>
public sealed class DraftHostileTests(ITestOutputHelper output)
{
    private const int Sessions = 30;
    private const int HonestPeople = 2;
    private const int Attacking = 4;
    private const int People = 17;

    /// <summary>The honest one types 20 words a second.</summary>
    private const int WordEveryMs = 50;

    /// <summary>
    /// Both cores are busy with the attack, and whoever else is on the machine may stop them all for seconds. An attack that
    /// stops others would stop them for its length, which is many times this.
    /// </summary>
    private const double DelayMsMax = 5_000;

    /// <summary>
    /// What a collector of the small kind keeps for itself beside what it holds: two generations of 16 MB and frames of
    /// 1 MB; and drafts that nobody has open, for two minutes, of 2 MB each.
    /// </summary>
    private const long LeftBytesMax = 150_000_000;

    /// <summary>Who has spent his tickets gets one a second: others attack the next draft.</summary>
    private const int Gangs = 3;

    private static readonly int[] SlowOnes = [14, 15, 16];

    [Fact]
    public Task Hostile_clients_are_refused_and_nobody_else_notices() => Attack(drafts: 2, updates: 3_000);

    [Fact(Explicit = true)]
    public Task Two_hundred_thousand_faulty_updates_are_refused_and_nobody_else_notices() => Attack(drafts: 20, updates: 10_000);

    private async Task Attack(int drafts, int updates)
    {
        var port = OfficeCluster.FreePorts(1)[0];
        await using var office = await Office.Open("--operations-port", port.ToString(CultureInfo.InvariantCulture));
        var (node, metrics) = (office.Server.Url, new Uri($"http://127.0.0.1:{port}/metrics"));
        using var people = await DraftPeople.At(node, office.DemoPassword);
        var sessions = await Mint(office);
        var (sent, resident) = (0, new List<long>());
        for (var draft = 0; draft < drafts; draft++)
        {
            await people.Compose(node);
            await people.Invite(node, sessions, People);
            await people.InviteReader(node, sessions[^1]);
            sent += await AttackOne(node, people, sessions[^1], updates, seed: draft + 1);
            resident.Add(office.Server.ResidentBytes);
        }

        var taken = await Metric.Read(metrics, "drafting_updates_total");
        output.WriteLine($"{drafts * updates} faulty updates in {sent} frames; {taken:0} frames counted by the server; resident {string.Join(", ", resident.Select(bytes => bytes / 1_000_000))} MB");
        Assert.InRange(taken, 0.9 * sent, double.MaxValue);
        Assert.InRange(resident[^1] - resident[0], long.MinValue, LeftBytesMax);
        Assert.DoesNotContain("broke", office.Server.Output, StringComparison.Ordinal);
    }

    private async Task<int> AttackOne(Uri node, DraftPeople people, string reader, int updates, int seed)
    {
        await using var honest = Editors.Start();
        await using var hostile = Editors.Start();
        for (var person = 0; person < HonestPeople; person++)
        {
            await people.Open(honest, [node], $"h{person}x", "hocuspocus", person);
            await honest.Until($"h{person}x", "synced");
        }

        var rest = await Measured(honest, () => honest.Do("untilTyped", new() { ["letters"] = 60, ["milliseconds"] = Editors.Patience.TotalMilliseconds }));
        var (sent, clients, writers) = (0, 0, 0);
        var gang = Enumerable.Range(HonestPeople + (seed % Gangs * Attacking), Attacking).ToList();
        var attacked = await Measured(honest, async () =>
        {
            var attackers = new Attackers(hostile, node, people);
            (sent, clients) = await attackers.Faulty(gang, updates, seed);
            writers = (await honest.Do("writers", new() { ["name"] = "h1x" })).GetInt32();
            await attackers.Bombs(gang[0]);
            await attackers.Reader(reader, updates: 40, seed: -seed);
            await attackers.Forger(gang[1], await ClientOf(honest), await honest.Do("known", new() { ["name"] = "h0x" }));
            await attackers.Oversize(gang[2]);
            await attackers.Slow(SlowOnes, gang[3], megabytes: 12);
        });
        await AssertHonest(honest);
        await AssertNewcomer(node, people, honest);
        output.WriteLine($"a word from one honest person to the other: at rest {Text(rest)}, under attack {Text(attacked)}");
        Assert.InRange(attacked.GetProperty("p99").GetDouble(), 0, DelayMsMax);
        // Else the faults are so crude that nothing behind them gets anywhere.
        Assert.InRange(writers, clients / 2, int.MaxValue);
        return sent;
    }

    private static async Task<JsonElement> Measured(Editors honest, Func<Task> meanwhile)
    {
        await honest.Do("measure", new() { ["from"] = "h0x", ["to"] = "h1x", ["every"] = WordEveryMs });
        await meanwhile();
        return await honest.Do("measured");
    }

    /// <summary>Everything that was typed is saved and the same on both sides, in its order, over connections that were never closed.</summary>
    private static async Task AssertHonest(Editors honest)
    {
        await honest.Until("h0x", "saved");
        await honest.Until("h1x", "equal");
        var state = await honest.State("h0x");
        Assert.Equal(Enumerable.Range(0, state.GetProperty("typed").GetInt32()), await honest.Words("h1x", "h0x"));
        for (var person = 0; person < HonestPeople; person++)
            Assert.Empty((await honest.State($"h{person}x")).GetProperty("closes").EnumerateArray());
    }

    /// <summary>What was relayed to those who were there is what the draft holds.</summary>
    private static async Task AssertNewcomer(Uri node, DraftPeople people, Editors honest)
    {
        await people.Open(honest, [node], "late", "hocuspocus", 1);
        await honest.Until("late", "synced");
        await honest.Until("late", "equal");
    }

    private static async Task<long> ClientOf(Editors honest) => (await honest.Do("client", new() { ["name"] = "h0x" })).GetInt64();

    private static async Task<IReadOnlyList<string>> Mint(Office office)
    {
        var file = Path.Combine(office.Data, "sessions.tsv");
        await ServerProcess.Run("mint-sessions", "--users", Sessions.ToString(CultureInfo.InvariantCulture), "--out", file, "--data", office.Data);
        return SessionFile.Read(file, null);
    }

    private static string Text(JsonElement delays) => string.Create(
        CultureInfo.InvariantCulture,
        $"p50 {delays.GetProperty("p50").GetDouble():0.0} ms, p99 {delays.GetProperty("p99").GetDouble():0} ms, max {delays.GetProperty("max").GetDouble():0} ms of {delays.GetProperty("seen").GetInt32()}");
}
