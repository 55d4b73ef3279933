using System.Diagnostics;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.FaultTests.Clusters;
using PartyRealtime.LoadTests.Wire;

namespace PartyRealtime.FaultTests.Contests;

/// <summary>Sends commands over any of the nodes, and what was not answered again under its id until its outcome is known.</summary>
internal sealed class Sender(IReadOnlyList<Uri> nodes) : IDisposable
{
    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SettledMax = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>What somebody is told whom another one forestalled; the last one when the first such answer was lost.</summary>
    private static readonly string[] Forestalled = ["notAllowedNow", "changedMeanwhile", "notInScope", "notYourRole", "commandAbandoned"];

    private readonly HttpClient _http = Api.Pool(AnswerMax);

    public IReadOnlyList<Uri> Nodes => nodes;

    /// <summary>One sending, to the node with this number or, beyond them, in turn.</summary>
    public Task<Reply<Receipt>> Once(Command command, int node, CancellationToken cancellation = default) =>
        Caller(command.By, node).SendOnce<Receipt>(command.Method, command.Path, command.Body, command.Id, cancellation);

    /// <summary>Until it is acknowledged or refused, first at this node, then at the others in turn. Anything else fails the test.</summary>
    public async Task<Settled> Settle(Command command, int node)
    {
        var (api, began) = (Caller(command.By, node), Stopwatch.GetTimestamp());
        for (var sends = 1; ; sends++)
        {
            var reply = await api.SendOnce<Receipt>(command.Method, command.Path, command.Body, command.Id, CancellationToken.None, sentBefore: sends > 1);
            if (reply.IsOk || (reply.Code is { } code && Forestalled.Contains(code)))
                return new Settled(command, reply.Value, reply.Code, sends);
            if (!reply.MayBeSentAgain || Stopwatch.GetElapsedTime(began) > SettledMax)
                throw new InvalidOperationException($"{command}: {reply.Status} {reply.Code} after {sends} sendings and {Stopwatch.GetElapsedTime(began)}");
            await NoteTraffic.For(Pause);
        }
    }

    /// <summary>What a person reads, at this node or the next one that answers.</summary>
    public Task<T> Read<T>(Colleague who, string path, int node)
        where T : class => Caller(who, node).Read<T>(path, CancellationToken.None);

    /// <summary>The person's calls, first to the node with this number.</summary>
    public Api Caller(Colleague who, int node) => new(_http, nodes, node, who.Cookie);

    public void Dispose() => _http.Dispose();
}
