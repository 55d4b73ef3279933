using System.Text.Json;
using PartyRealtime.Drafting;

namespace PartyRealtime.FaultTests.Drafting;

/// <summary>People who may write in the draft, or read it, and send what no honest client sends.</summary>
internal sealed class Attackers(Editors clients, Uri node, DraftPeople people)
{
    /// <summary>A frame or an update that no honest client makes.</summary>
    private const int Malformed = 4_400;
    private const int Foreign = 4_409;

    /// <summary>An update that rests on something the draft lacks: the client shall sync anew.</summary>
    private const int Unavailable = 4_504;

    private const int TooLarge = 4_413;

    /// <summary>Without a word, as from a server that stood still just as it closed the socket.</summary>
    private const int Cut = 1_006;

    private const int Open = 0;

    /// <summary>
    /// So many updates with faults in them, and true ones between; how many frames that were, by how many new clients. Every
    /// socket is answered for all that it sent, or closed with a code that says why.
    /// </summary>
    public async Task<(int Frames, int Clients)> Faulty(IEnumerable<int> attackers, int updates, int seed)
    {
        var seen = await clients.Do("attack", Target(attackers.First(), new()
        {
            ["cookies"] = attackers.Select(people.Cookie), ["updates"] = updates, ["seed"] = seed,
        }));
        Assert.Empty(Codes(seen).Except([Open, Malformed, Unavailable]));
        Assert.Contains(Malformed, Codes(seen));
        return (Of(seen, "sent"), Of(seen, "bursts"));
    }

    /// <summary>Each bomb closes its socket for good.</summary>
    public async Task Bombs(int attacker)
    {
        foreach (var bomb in (await clients.Do("bomb", Target(attacker))).EnumerateObject())
            Assert.True((Of(bomb.Value, "saved"), Of(bomb.Value, "code")) == (0, Malformed), $"{bomb.Name}: {bomb.Value}");
    }

    /// <summary>What a reader writes is answered no, each time, and nothing else happens.</summary>
    public async Task Reader(string session, int updates, int seed)
    {
        var seen = await clients.Do("send", Target(0, new() { ["cookie"] = session, ["updates"] = updates, ["seed"] = seed }));
        Assert.Equal((0, updates, Open), (Of(seen, "saved"), Of(seen, "refused"), Of(seen, "code")));
    }

    /// <summary>Content in the name of another person's client closes the socket for good.</summary>
    public async Task Forger(int attacker, long client, JsonElement known)
    {
        var seen = await clients.Do("forge", Target(attacker, new() { ["client"] = client, ["known"] = known }));
        Assert.Equal((0, Foreign), (Of(seen, "saved"), Of(seen, "code")));
    }

    /// <summary>A frame above the limit closes its socket for good; it is sent once more where the socket was cut.</summary>
    public async Task Oversize(int attacker)
    {
        var code = await Flooded("large", attacker);
        Assert.Equal(TooLarge, code == Cut ? await Flooded("larger", attacker) : code);
    }

    private async Task<int> Flooded(string name, int attacker)
    {
        await Raw(name, attacker);
        await clients.Do("flood", new() { ["name"] = name, ["count"] = 1_100_000 });
        return await CodeOf(name);
    }

    /// <summary>Sockets that take nothing of what they are sent are cut, while a writer pastes and takes away so many megabytes.</summary>
    public async Task Slow(IReadOnlyList<int> readers, int writer, int megabytes)
    {
        foreach (var reader in readers)
        {
            await Raw($"slow{reader}", reader);
            await clients.Do("pause", new() { ["name"] = $"slow{reader}" });
        }

        await people.Open(clients, [node], "paster", "hocuspocus", writer);
        await clients.Until("paster", "synced");
        for (var paste = 0; paste < megabytes; paste++)
        {
            await clients.Paste("paster", 990_000);
            await clients.Do("wipe", new() { ["name"] = "paster" });
            await clients.Until("paster", "saved");
        }

        await clients.Leave("paster");
        foreach (var reader in readers)
        {
            await clients.Do("resume", new() { ["name"] = $"slow{reader}" });
            Assert.Contains(await CodeOf($"slow{reader}"), new[] { Cut, 4_508 });
        }
    }

    private async Task Raw(string name, int person)
    {
        var given = await people.Act(node, $"/api/drafting/{people.Document}/tickets", new { }, people.Cookie(person));
        var path = new Uri(node, $"/api/drafting/{people.Document}?ticket={given.GetProperty("ticket").GetString()}");
        await clients.Do("raw", new() { ["name"] = name, ["url"] = new UriBuilder(path) { Scheme = "ws" }.Uri.ToString() });
    }

    private async Task<int> CodeOf(string raw) =>
        (await clients.Do("untilCode", new() { ["name"] = raw, ["milliseconds"] = Editors.Patience.TotalMilliseconds })).GetInt32();

    private Dictionary<string, object?> Target(int person, Dictionary<string, object?>? more = null)
    {
        var target = new Dictionary<string, object?>
        {
            ["nodes"] = new[] { node.GetLeftPart(UriPartial.Authority) }, ["cookie"] = people.Cookie(person), ["document"] = people.Document,
        };
        foreach (var (name, value) in more ?? [])
            target[name] = value;
        return target;
    }

    private static int Of(JsonElement seen, string name) => seen.GetProperty(name).GetInt32();

    private static IEnumerable<int> Codes(JsonElement seen) =>
        seen.GetProperty("codes").EnumerateObject().Select(code => int.Parse(code.Name, System.Globalization.CultureInfo.InvariantCulture));
}
