using System.Collections.Immutable;
using System.Data.Common;
using PartyRealtime.Contracts.Nodes;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Storage.Nodes;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Policy;
using PartyRealtime.Web.Refusals;

namespace PartyRealtime.Web.Nodes;

/// <summary>The nodes, for operators. No document's content, nobody's name.</summary>
internal static class NodeEndpoints
{
    public static IEndpointRouteBuilder MapNodes(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/operator/nodes", List).RequireAct(Act.Operate);
        app.MapPost("/api/operator/nodes/{name}/drain", Drain).RequireAct(Act.DrainNode);
        app.MapPost("/api/operator/nodes/{name}/resume", Resume).RequireAct(Act.ResumeNode);
        return app;
    }

    /// <summary>Every node and when it was asked; within about a second, whoever does not answer.</summary>
    private static async Task<IResult> List(INodes nodes, IOtherDeciders others, TimeProvider time)
    {
        var (at, deciders) = (time.GetUtcNow(), Others(others, time));
        return Results.Ok(new NodeList(at, await nodes.Ask(), await deciders));
    }

    /// <summary>The nodes are shown whatever is wrong with the store.</summary>
    private static async Task<ImmutableArray<string>> Others(IOtherDeciders others, TimeProvider time)
    {
        using var limit = new CancellationTokenSource(NodeLimits.AnswerMax, time);
        try
        {
            return await others.Read(limit.Token);
        }
        catch (Exception away) when (away is DbException or OperationCanceledException)
        {
            return [];
        }
    }

    private static async Task<IResult> Drain(string name, DrainOrder order, Caller caller, IGrainFactory grains) =>
        (await grains.GetGrain<INodesGrain>(0).Drain(caller.Command, new DrainNode(name, order.Last))).ToResult();

    private static async Task<IResult> Resume(string name, Caller caller, IGrainFactory grains) =>
        (await grains.GetGrain<INodesGrain>(0).Resume(caller.Command, new ResumeNode(name))).ToResult();
}
