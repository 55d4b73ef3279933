using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.FaultTests.Clusters;
using PartyRealtime.FaultTests.Driving;

namespace PartyRealtime.FaultTests.Contests;

/// <summary>Every kind of command many times: at once over several nodes, and again after its request was cut.</summary>
[Collection(BesideCollection.Name)]
public sealed class EveryCommandTests(OfficeCluster cluster, ITestOutputHelper output)
{
    private const int Sockets = 8;
    private const int PlaysAtOnce = 4;
    private const int CutsEach = 4;
    private const int CutsMin = 500;

    /// <summary>
    /// A signature that is cut costs its signer one of ten tries of the password, and one comes back in 6 s. There are twenty
    /// signatures; everybody who changes a password here does it once and has tries to spare.
    /// </summary>
    private const int SignatureCutsEach = 1;

    /// <summary>What takes no command's id or makes nothing but an upload, and two that do: one ends a node, and the other keeps it.</summary>
    private static readonly string[] Others =
    [
        "POST /api/session", "DELETE /api/session", "DELETE /api/sessions", "POST /api/files", "POST /api/inbox/catch-up",
        "POST /api/recipients/preview", "POST /api/commands/{id}/abandon", "POST /api/drafting/import", "POST /api/drafting/{document}/tickets",
        "POST /api/operator/nodes/{name}/drain", "POST /api/operator/nodes/{name}/resume",
        "POST /api/uploads", "HEAD /api/uploads/{id}", "PATCH /api/uploads/{id}", "DELETE /api/uploads/{id}", "POST /api/uploads/{id}/finish",
    ];

    [Fact]
    public async Task Every_kind_of_command_from_eight_sockets_at_once_has_one_effect_and_one_answer()
    {
        using var sender = new Sender(cluster.Urls);
        var contest = new Contest(sender, new Dice());
        var all = new EveryCommand(cluster, contest, await Colleagues.SignIn(cluster), async command =>
        {
            var settled = await Task.WhenAll(Enumerable.Range(0, Sockets).Select(socket => sender.Settle(command, socket)));
            Assert.True(settled[0].Receipt is not null && settled.All(one => one.Receipt == settled[0].Receipt), string.Join('\n', settled.AsEnumerable()));
            contest.History.Add(settled[0]);
            return settled[0].Receipt!;
        });
        await all.Play();
        Assert.Empty((await Endpoints(sender)).Except(Others).Except(contest.History.Commands.Select(one => Endpoint(one.Command))));
        (await ContestJudge.Judge(cluster, contest.History, sender, [])).AssertOnce();
    }

    [Fact]
    public async Task Requests_of_every_kind_cut_in_the_middle_and_sent_again_have_one_effect_each()
    {
        using var sender = new Sender(cluster.Urls);
        var (dice, cuts) = (new Dice(), 0);
        var contest = new Contest(sender, dice);
        var people = await Colleagues.SignIn(cluster);
        async Task<Receipt> Send(Command command)
        {
            var node = command.Id.GetHashCode() & 0xFF;
            for (var cut = 0; cut < Cuts(command); cut++)
            {
                if (await IsCut(sender, command, node + cut, dice))
                    Interlocked.Increment(ref cuts);
            }

            var settled = await sender.Settle(command, node + Cuts(command));
            Assert.True(settled.Receipt is not null, settled.ToString());
            contest.History.Add(settled);
            return settled.Receipt!;
        }

        await Task.WhenAll(Enumerable.Range(0, PlaysAtOnce).Select(_ => new EveryCommand(cluster, contest, people, Send).Play()));
        var judgement = await ContestJudge.Judge(cluster, contest.History, sender, []);
        var commands = contest.History.Commands.Select(one => one.Command).ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cuts} of {commands.Sum(Cuts)} requests of {commands.Count} commands were cut"));
        judgement.AssertOnce();
        Assert.InRange(cuts, CutsMin, int.MaxValue);
    }

    private static int Cuts(Command command) => command.Path.EndsWith("/sign", StringComparison.Ordinal) ? SignatureCutsEach : CutsEach;

    /// <summary>One sending that is broken off after some milliseconds; whether that was before its answer.</summary>
    private static async Task<bool> IsCut(Sender sender, Command command, int node, Dice dice)
    {
        int wait;
        lock (dice)
            wait = dice.Between(0, 15);
        using var scissors = new CancellationTokenSource(TimeSpan.FromMilliseconds(wait));
        try
        {
            await sender.Once(command, node, scissors.Token);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    /// <summary>Every endpoint that is no GET, as the description of the API has it.</summary>
    private static async Task<IReadOnlyList<string>> Endpoints(Sender sender)
    {
        using var http = new HttpClient();
        using var answer = await http.Answered(() => new HttpRequestMessage(HttpMethod.Get, new Uri(sender.Nodes[0], "/openapi/v1.json")));
        using var described = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return
        [
            .. from path in described.RootElement.GetProperty("paths").EnumerateObject()
               where path.Name.StartsWith("/api/", StringComparison.Ordinal)
               from method in path.Value.EnumerateObject()
               where method.Name != "get"
               select $"{method.Name.ToUpperInvariant()} {path.Name.TrimEnd('/')}",
        ];
    }

    /// <summary>As the description names it: ids are of a step, a thread, a seat, an official, or else of what the path begins with.</summary>
    private static string Endpoint(Command command)
    {
        var path = Regex.Replace(command.Path, "(?<=/steps/)[0-9a-f-]{36}", "{step}");
        path = Regex.Replace(path, "(?<=/threads/)[0-9a-f-]{36}", "{thread}");
        path = Regex.Replace(path, "(?<=/seats/)[0-9]+", "{seat}");
        path = Regex.Replace(path, "(?<=/accounts/)[0-9]+", "{official}");
        return $"{command.Method} {Regex.Replace(path, "[0-9a-f-]{36}", "{id}")}";
    }
}
