using System.Collections.Immutable;
using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Nodes;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Contracts.Streams;
using PartyRealtime.Grains.Commits;
using PartyRealtime.Storage.Streams;

namespace PartyRealtime.Grains.Nodes;

/// <summary>
/// One for the cluster: of two operators who drain the last two nodes at once, the second is told that it is the last. It
/// may run on the node that is told to stop; the answer is out before that begins.
/// </summary>
[GrainType("nodes")]
internal sealed class NodesGrain(CommandRunner runner, IStreamReads streams, INodes nodes) : Grain, INodesGrain
{
    public async Task<Outcome<Receipt>> Drain(CommandContext context, DrainNode request)
    {
        var outcome = await runner.Run(context, _ => Decide(context, reports => NodeRules.Drain(request, reports)));
        if (!outcome.IsOk)
            return outcome;
        // Also after a repetition: the first sending may have written the order and died before it was passed on.
        return await nodes.Stop(request.Name, outcome.Value.At) ? outcome : RefusalCode.UnknownOutcome;
    }

    public async Task<Outcome<Receipt>> Resume(CommandContext context, ResumeNode request)
    {
        var outcome = await runner.Run(context, _ => Decide(context, reports => NodeRules.Resume(request, reports)));
        if (!outcome.IsOk)
            return outcome;
        return await nodes.Resume(request.Name, outcome.Value.At) switch
        {
            true => outcome,
            false => RefusalCode.NotAllowedNow,
            null => RefusalCode.UnknownOutcome,
        };
    }

    private async Task<Outcome<Commit>> Decide<TFact>(CommandContext context, Func<ImmutableArray<NodeReport>, Outcome<TFact>> rule)
        where TFact : IFact
    {
        var decision = rule(await nodes.Ask());
        if (!decision.IsOk)
            return decision.Refusal;
        var head = await streams.Head(StreamId.OfNodes);
        return new Commit
        {
            Claim = CommandRunner.Claim(context),
            By = context.Actor,
            ActingSeat = context.Actor.ActingSeat,
            Appends = [new StreamAppend(StreamId.OfNodes, head, [FactJson.Of(decision.Value)])],
        };
    }
}
