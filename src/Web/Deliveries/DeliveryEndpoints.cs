using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Storage.Deliveries;
using PartyRealtime.Storage.Documents;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Policy;
using PartyRealtime.Web.Refusals;
using PartyRealtime.Web.Requests;

namespace PartyRealtime.Web.Deliveries;

/// <summary>Deliveries, their steps and the sender's board over HTTP.</summary>
internal static class DeliveryEndpoints
{
    public static void MapDeliveries(this IEndpointRouteBuilder app)
    {
        var deliveries = app.MapGroup("/api/deliveries").WithTags("Deliveries");
        deliveries.MapPost("/{id:guid}/open", (Guid id, Caller caller, IGrainFactory grains) =>
            Run(grains, caller.Command, id, new OpenDelivery())).RequireAct(Act.OpenDelivery);
        deliveries.MapPost("/{id:guid}/register", (Guid id, RegisterBody body, Caller caller, IGrainFactory grains) =>
            Run(grains, caller.Command, id, new RegisterDelivery(body.PresentTo, body.Pages, body.Copies))).RequireAct(Act.RegisterDelivery);
        deliveries.MapPost("/{id:guid}/return", (Guid id, ReturnBody body, Caller caller, IGrainFactory grains) =>
            Run(grains, caller.Command, id, new ReturnDelivery(Nfc.Of(body.Reason) ?? ""))).RequireAct(Act.RegisterDelivery);
        deliveries.MapPost("/{id:guid}/assign", (Guid id, AssignBody body, Caller caller, IGrainFactory grains) =>
            Run(grains, caller.Command, id, new AssignDelivery(body.Assignments ?? [], Nfc.Of(body.Instruction), body.DueOn)))
            .RequireAct(Act.AssignDelivery);
        deliveries.MapGet("/{id:guid}/assignees", Assignees).RequireAct(Act.ReadDocument);
        deliveries.MapPost("/{id:guid}/recall/agree", (Guid id, Caller caller, IGrainFactory grains) =>
            Run(grains, caller.Command, id, new AgreeRecall())).RequireAct(Act.AnswerRecall);
        deliveries.MapPost("/{id:guid}/recall/refuse", (Guid id, RefuseRecallBody body, Caller caller, IGrainFactory grains) =>
            Run(grains, caller.Command, id, new RefuseRecall(Nfc.Of(body.Reason) ?? ""))).RequireAct(Act.AnswerRecall);
        deliveries.MapPost("/{id:guid}/hand-over", (Guid id, Caller caller, IGrainFactory grains) =>
            Run(grains, caller.Command, id, new HandOverDelivery())).RequireAct(Act.RegisterDelivery);
        MapSteps(deliveries);
        MapBoard(app.MapGroup("/api/documents/{id:guid}/board").WithTags("Board"));
    }

    private static void MapSteps(RouteGroupBuilder deliveries)
    {
        deliveries.MapPost("/{id:guid}/steps/{step:guid}/open", (Guid id, Guid step, Caller caller, IGrainFactory grains) =>
            Run(grains, caller.Command, id, new OpenStep(new StepId(step)))).RequireAct(Act.HandleStep);
        deliveries.MapPost("/{id:guid}/steps/{step:guid}/finish", (Guid id, Guid step, FinishBody body, Caller caller, IGrainFactory grains) =>
            Run(grains, caller.Command, id, new FinishStep(new StepId(step), Nfc.Of(body.Result)))).RequireAct(Act.HandleStep);
        deliveries.MapPost("/{id:guid}/steps/{step:guid}/forward", (Guid id, Guid step, AssignBody body, Caller caller, IGrainFactory grains) =>
            Run(grains, caller.Command, id, new ForwardStep(new StepId(step), body.Assignments ?? [], Nfc.Of(body.Instruction), body.DueOn)))
            .RequireAct(Act.HandleStep);
        deliveries.MapPost("/{id:guid}/steps/{step:guid}/return", (Guid id, Guid step, ReturnStepBody body, Caller caller, IGrainFactory grains) =>
            Run(grains, caller.Command, id, new ReturnStep(new StepId(step), Nfc.Of(body.Reason) ?? ""))).RequireAct(Act.HandleStep);
        deliveries.MapPost("/{id:guid}/steps/{step:guid}/recall", (Guid id, Guid step, RecallStepBody body, Caller caller, IGrainFactory grains) =>
            Run(grains, caller.Command, id, new RecallStep(new StepId(step), Nfc.Of(body.Reason) ?? ""))).RequireAct(Act.HandleStep);
    }

    private static void MapBoard(RouteGroupBuilder board)
    {
        board.MapGet("/", Board).RequireAct(Act.ReadBoard);
        board.MapGet("/units", Units).RequireAct(Act.ReadBoard);
        board.MapGet("/{tile}", Tile).RequireAct(Act.ReadBoard);
    }

    private static async Task<IResult> Run(IGrainFactory grains, CommandContext context, Guid delivery, DeliveryRequest request) =>
        (await grains.GetGrain<IDeliveryGrain>(delivery).Act(context, request)).ToResult();

    /// <summary>Whom a leader of the receiving unit, or the holder of a step, may name: from the same branch that the rules check.</summary>
    private static async Task<IResult> Assignees(Guid id, Caller caller, IAssigneeReads assignees, CancellationToken cancellation) =>
        await assignees.Of(caller.Actor, new DeliveryId(id), cancellation) is { } list
            ? Results.Ok(list)
            : new Refusal(RefusalCode.NotInScope).ToResult();

    private static async Task<IResult> Board(
        Guid id, Caller caller, IDocumentViews views, IBoardReads boards, CancellationToken cancellation) =>
        await views.MayWatchBoard(caller.Actor, new DocumentId(id), cancellation) &&
        await boards.Board(new DocumentId(id), cancellation) is { } board
            ? Results.Ok(board)
            : new Refusal(RefusalCode.NotInScope).ToResult();

    private static async Task<IResult> Tile(
        Guid id, string tile, Caller caller, IDocumentViews views, IBoardReads boards, CancellationToken cancellation) =>
        await views.MayWatchBoard(caller.Actor, new DocumentId(id), cancellation) &&
        await boards.Tile(new DocumentId(id), tile, cancellation) is { } units
            ? Results.Ok(units)
            : new Refusal(RefusalCode.NotInScope).ToResult();

    private static async Task<IResult> Units(
        Guid id, Caller caller, IDocumentViews views, IBoardReads boards, CancellationToken cancellation) =>
        await views.MayWatchBoard(caller.Actor, new DocumentId(id), cancellation) &&
        await boards.Units(new DocumentId(id), cancellation) is { } units
            ? Results.Ok(units)
            : new Refusal(RefusalCode.NotInScope).ToResult();
}
