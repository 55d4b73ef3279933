using System.Globalization;
using System.Text.Json;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.FaultTests.Driving;
using PartyRealtime.LoadTests.Wire;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>The same command many times: at once over several nodes, and again after its request was cut.</summary>
[Collection(BesideCollection.Name)]
public sealed class RepeatTests(OfficeCluster cluster) : IDisposable
{
    private const int Sockets = 8;

    private const int Commands = 200;

    private const int Cuts = 1_000;

    private readonly DateTimeOffset _then = DateTimeOffset.UtcNow;
    private readonly HttpClient _http = Api.Pool(TimeSpan.FromSeconds(20));

    [Fact]
    public async Task Every_command_from_eight_sockets_at_once_has_one_effect_and_one_answer()
    {
        await cluster.Mend();
        var to = await Official(1);
        var texts = new List<string>();
        for (var number = 0; number < Commands; number++)
        {
            var (id, text) = (Guid.NewGuid(), "eight " + Guid.NewGuid());
            texts.Add(text);
            var answers = await Task.WhenAll(Enumerable.Range(0, Sockets).Select(socket => Until(socket, new { to, text }, id)));
            Assert.Single(answers.Select(answer => JsonSerializer.Serialize(answer)).Distinct(StringComparer.Ordinal));
        }

        await EachOnce(texts);
    }

    [Fact]
    public async Task A_thousand_requests_cut_in_the_middle_and_sent_again_have_one_effect_each()
    {
        var dice = new Dice();
        await cluster.Mend();
        var to = await Official(1);
        var texts = Enumerable.Range(0, Cuts).Select(_ => "cut " + Guid.NewGuid()).ToList();
        var cut = 0;
        await Parallel.ForEachAsync(texts.Index(), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (text, _) =>
        {
            var id = Guid.NewGuid();
            using var scissors = new CancellationTokenSource(TimeSpan.FromMilliseconds(dice.Of(text.Index).Between(0, 15)));
            try
            {
                await At(text.Index).SendOnce<Receipt>(HttpMethod.Post, "/api/notes", new { to, text = text.Item }, id, scissors.Token);
            }
            catch (OperationCanceledException)
            {
                Interlocked.Increment(ref cut);
            }

            await Until(text.Index + 1, new { to, text = text.Item }, id);
        });
        Assert.True(cut > Cuts / 10, string.Create(CultureInfo.InvariantCulture, $"Only {cut} of {Cuts} requests were cut."));
        await EachOnce(texts);
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The first person's calls, by the node in turn.</summary>
    private Api At(int turn) => new(_http, cluster.Urls, turn % cluster.Urls.Count, cluster.Sessions[0]);

    private async Task<int> Official(int person)
    {
        var api = new Api(_http, cluster.Urls, 0, cluster.Sessions[person]);
        return (await api.Read<Me>("/api/session", CancellationToken.None)).Official.Id.Value;
    }

    private Task<Receipt> Until(int turn, object note, Guid id) => At(turn).Done<Receipt>("/api/notes", note, id);

    private async Task EachOnce(IReadOnlyList<string> texts)
    {
        var box = await NoteTraffic.Since(new Api(_http, cluster.Urls, 0, cluster.Sessions[1]), _then);
        var found = box.Where(item => item.Note is not null).ToLookup(item => item.Note!, StringComparer.Ordinal);
        Assert.All(texts, text => Assert.Single(found[text]));
    }
}
