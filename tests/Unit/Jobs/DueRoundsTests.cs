using System.Collections.Immutable;
using PartyRealtime.Grains.Jobs;
using Xunit;

namespace PartyRealtime.UnitTests.Jobs;

public sealed class DueRoundsTests
{
    private const int AtOnce = 100;

    private readonly List<int> _due = [];
    private readonly HashSet<int> _done = [];
    private int _rounds;

    [Fact]
    public async Task All_that_is_due_is_done_in_one_look()
    {
        _due.AddRange(Enumerable.Range(0, 3_321));
        await Look(_ => true);
        Assert.Equal(3_321, _done.Count);
        Assert.Equal(34, _rounds);
    }

    [Fact]
    public async Task What_cannot_be_done_stands_in_nobodys_way()
    {
        _due.AddRange(Enumerable.Range(0, 450));
        await Look(one => one >= 150);
        Assert.Equal(Enumerable.Range(150, 300), _done.Order());
    }

    [Fact]
    public async Task Where_nothing_can_be_done_it_gives_up()
    {
        _due.AddRange(Enumerable.Range(0, 5_000));
        await Look(_ => false);
        Assert.Empty(_done);
        Assert.Equal(DueRounds.PassedOverMax / AtOnce, _rounds);
    }

    [Fact]
    public async Task Nothing_due_is_one_read()
    {
        await Look(_ => true);
        Assert.Equal(0, _rounds);
    }

    private Task Look(Func<int, bool> can) => DueRounds.Work<int, int>(
        AtOnce,
        max => Task.FromResult<ImmutableArray<int>>([.. _due.Where(one => !_done.Contains(one)).Take(max)]),
        one => one,
        now =>
        {
            Assert.InRange(now.Length, 1, AtOnce);
            _rounds++;
            _done.UnionWith(now.Where(can));
            return Task.FromResult(now.Where(one => !can(one)));
        });
}
