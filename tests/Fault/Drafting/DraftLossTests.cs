using PartyRealtime.Drafting;
using PartyRealtime.FaultTests.Driving;

namespace PartyRealtime.FaultTests.Drafting;

/// <summary>
/// The server and all clients are killed together, so that nobody is left who could send anything again: what was called
/// saved must be in the tables.
/// </summary>
public sealed class DraftLossTests(ITestOutputHelper output)
{
    private const int Clients = 8;

    [Fact]
    public Task What_was_called_saved_outlives_the_server_and_all_clients() => KillTogether(rounds: 4);

    [Fact(Explicit = true)]
    public Task What_was_called_saved_outlives_the_server_and_all_clients_twenty_times() => KillTogether(rounds: 20);

    private async Task KillTogether(int rounds)
    {
        var dice = new Dice();
        await using var office = await Office.Open();
        using var people = await DraftPeople.At(office.Server.Url, office.DemoPassword);
        var (saved, recovered, typed) = (0, 0, 0);
        for (var round = 0; round < rounds; round++)
        {
            IReadOnlyList<(string Name, int Typed, int Saved)> tally;
            await using (var editors = Editors.Start())
            {
                await people.Compose(office.Server.Url);
                var names = await people.Open(editors, [office.Server.Url], Clients);
                // However slowly the others are acknowledged, something has been called saved before the kill.
                await editors.Type(names[0], 1);
                await editors.Until(names[0], "saved");
                await editors.Do("traffic", new() { ["typing"] = 0.5, ["cutting"] = 0, ["every"] = 10 });
                await editors.Do("untilTyped", new() { ["letters"] = dice.Between(50, 600), ["milliseconds"] = Editors.Patience.TotalMilliseconds });
                // What is called saved until the process is dead is not all that this knows, but all of it was called so.
                tally = await DraftTally.Of(editors);
                await Task.WhenAll(office.Kill(), editors.Kill());
            }

            await office.Start();
            await using var witness = Editors.Start();
            await people.Open(witness, [office.Server.Url], "witness", "hocuspocus", 0);
            await witness.Until("witness", "synced");
            foreach (var one in tally)
            {
                var words = await witness.Words("witness", one.Name);
                Assert.True(words.Length >= one.Saved, $"round {round}: {one.Name} was told that {one.Saved} are saved; {words.Length} are there");
                Assert.Equal(Enumerable.Range(0, words.Length), words);
                (saved, recovered, typed) = (saved + one.Saved, recovered + words.Length, typed + one.Typed);
            }
        }

        output.WriteLine($"{rounds} rounds: {typed} typed, {saved} called saved, {recovered} recovered");
        Assert.InRange(saved, 1, recovered);
    }
}
