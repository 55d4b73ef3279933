using System.Collections.Immutable;
using PartyRealtime.Contracts.Drafting;

namespace PartyRealtime.UnitTests.Drafting;

/// <summary>A room that answers a call when the test lets it.</summary>
internal sealed class SlowRoom : IDraftRoom
{
    private TaskCompletionSource answer = new();

    /// <summary>What it was told, in order: places of relays, or a word.</summary>
    public List<string> Told { get; } = [];

    /// <summary>Answers the call that is in flight.</summary>
    public void Answer() => Interlocked.Exchange(ref answer, new TaskCompletionSource()).SetResult();

    /// <summary>The call that is in flight fails.</summary>
    public void Fail() => Interlocked.Exchange(ref answer, new TaskCompletionSource()).SetException(new TimeoutException());

    public Task Relay(DraftRelay relay) => Tell($"{relay.First}+{relay.Updates.Length}");

    public Task Aware(byte[] awareness) => Tell("aware");

    public Task Others(ImmutableArray<IDraftRoom> others) => Tell($"others {others.Length}");

    public Task Reopen() => Tell("reopen");

    public Task Discussed(long position) => Tell($"discussed {position}");

    private Task Tell(string what)
    {
        Told.Add(what);
        return answer.Task;
    }
}
