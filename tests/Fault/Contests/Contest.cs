using PartyRealtime.FaultTests.Driving;

namespace PartyRealtime.FaultTests.Contests;

/// <summary>People who act on one thing at the same moment, each through another node.</summary>
internal sealed class Contest(Sender sender, Dice dice)
{
    public ContestHistory History { get; } = new();

    public Sender Sender => sender;

    /// <summary>All at once, over the nodes from a random one on; what became of each.</summary>
    public async Task<IReadOnlyList<Settled>> All(params Command[] commands)
    {
        var first = Roll(0, sender.Nodes.Count - 1);
        var settled = await Task.WhenAll(commands.Select((command, place) => sender.Settle(command, first + place)));
        foreach (var one in settled)
            History.Add(one);
        return settled;
    }

    /// <summary>One that nobody contests and that must be acknowledged.</summary>
    public async Task<Settled> One(Command command)
    {
        var settled = (await All(command))[0];
        Assert.True(settled.Receipt is not null, settled.ToString());
        return settled;
    }

    /// <summary>What a person reads, at a random node.</summary>
    public Task<T> Read<T>(Colleague who, string path)
        where T : class => sender.Read<T>(who, path, Roll(0, sender.Nodes.Count - 1));

    /// <summary>One in so many.</summary>
    public bool OneIn(int times) => Roll(1, times) == 1;

    private int Roll(int min, int max)
    {
        lock (dice)
            return dice.Between(min, max);
    }
}
