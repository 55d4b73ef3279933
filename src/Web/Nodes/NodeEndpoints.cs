using PartyRealtime.Contracts.Nodes;
using PartyRealtime.Contracts.Policy;
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
        return app;
    }

    /// <summary>Every node and when it was asked; within about a second, whoever does not answer.</summary>
    private static async Task<IResult> List(INodes nodes, TimeProvider time)
    {
        var at = time.GetUtcNow();
        return Results.Ok(new NodeList(at, await nodes.Ask()));
    }

    private static async Task<IResult> Drain(string name, DrainOrder order, Caller caller, IGrainFactory grains) =>
        (await grains.GetGrain<INodesGrain>(0).Drain(caller.Command, new DrainNode(name, order.Last))).ToResult();
}
