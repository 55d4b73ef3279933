using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PartyRealtime.Drafting;
using PartyRealtime.FaultTests.Clusters;

namespace PartyRealtime.FaultTests.Drafting;

/// <summary>
/// A draft is submitted while many people type into it. What is signed is what was acknowledged, to the letter; what was not
/// acknowledged is still in the document of whoever typed it.
/// </summary>
[Collection(BesideCollection.Name)]
public sealed class DraftSubmitTests(OfficeCluster cluster, ITestOutputHelper output)
{
    private const int People = 50;

    /// <summary>Words of all people together.</summary>
    private const int WordsPerSecond = 80;

    private const int StepMs = 50;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public Task What_is_signed_is_what_was_acknowledged_when_submit_was_pressed() => Submit(rounds: 2);

    [Fact(Explicit = true)]
    public Task What_is_signed_is_what_was_acknowledged_when_submit_was_pressed_twenty_times() => Submit(rounds: 20);

    private async Task Submit(int rounds)
    {
        await cluster.Mend();
        var (node, password) = (cluster.Urls[0], cluster.Server(0).DemoPassword);
        using var people = await DraftPeople.At(node, password);
        var leader = await people.SignIn(node, "leader.tw", password);
        var (before, typed, saved, signed) = (0, 0, 0, 0);
        for (var round = 0; round < rounds; round++)
        {
            await using var editors = Editors.Start();
            await people.Compose(node);
            await people.Invite(node, cluster.Sessions, People);
            var names = await people.Open(editors, cluster.Urls, People);
            await editors.Traffic(WordsPerSecond, cutsPerSecond: 0, People, StepMs);
            await editors.Do("untilTyped", new() { ["letters"] = People * 4, ["milliseconds"] = Patience.TotalMilliseconds });
            before += (await DraftTally.Of(editors)).Sum(one => one.Typed);
            await people.Act(node, $"/api/documents/{people.Document}/submit", new { });
            await editors.Do("stop");
            foreach (var name in names.Where((_, place) => place % 5 != 4))
                await editors.Until(name, "scope", "readonly", Patience);
            await people.Open(editors, cluster.Urls, "late", "hocuspocus", 0);
            await editors.Until("late", "synced", max: Patience);
            await Sign(people, leader, password);
            var content = await Signed(people, await editors.Do("prosemirror", new() { ["name"] = "late" }));
            foreach (var one in (await DraftTally.Of(editors)).Where(one => one.Name != "late"))
            {
                var kept = await editors.Words(one.Name, one.Name);
                Assert.Equal(Enumerable.Range(0, one.Typed), kept);
                var locked = WordsOf(one.Name, content);
                Assert.Equal(Enumerable.Range(0, locked.Count), locked);
                Assert.InRange(locked.Count, one.Saved, one.Typed);
                (typed, saved, signed) = (typed + one.Typed, saved + one.Saved, signed + locked.Count);
            }
        }

        output.WriteLine($"{rounds} submissions under {People} people: {typed} words typed, {saved} acknowledged, {signed} signed, {typed - signed} kept by their authors alone");
        // Not that words stayed outside: where all pages hear of it before their next word, none does.
        Assert.True(typed > before, "Nobody typed any more when submit was pressed.");
    }

    private async Task Sign(DraftPeople people, string leader, string password)
    {
        await people.Act(cluster.Urls[0], $"/api/documents/{people.Document}/clear", new { }, leader);
        await people.Act(cluster.Urls[0], $"/api/documents/{people.Document}/sign", new { password, capacity = "inPerson" }, leader);
    }

    /// <summary>The signed text, whose hash is that of the text as real Yjs has it from what the server tells a newcomer.</summary>
    private async Task<string> Signed(DraftPeople people, System.Text.Json.JsonElement told)
    {
        var view = await people.Read(cluster.Urls[0], $"/api/documents/{people.Document}");
        Assert.Equal("signed", view.GetProperty("state").GetString());
        var content = view.GetProperty("content").GetString()!;
        Assert.Equal(told.GetString(), content);
        Assert.Equal(Hash(told.GetString()!), view.GetProperty("bodyHash").GetString());
        return content;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static List<int> WordsOf(string name, string text) =>
        [.. Regex.Matches(text, $@"\b{name}(\d+);").Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))];
}
