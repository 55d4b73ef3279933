using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Grains.Commits;
using PartyRealtime.Storage.Deliveries;
using PartyRealtime.Storage.Documents;
using PartyRealtime.Storage.Organisation;

namespace PartyRealtime.Grains.Deliveries;

/// <summary>
/// One document at one receiving unit: a stream of its own, so that no unit waits for another unit's write.
/// </summary>
[GrainType("delivery")]
internal sealed class DeliveryGrain(
    CommandRunner runner, IDeliveryReads deliveries, IDocumentReads documents, IOrganisation organisation, TimeProvider time)
    : Grain, IDeliveryGrain
{
    public Task<Outcome<Receipt>> Act(CommandContext context, DeliveryRequest request) =>
        runner.Run(context, _ => Decide(context, request));

    private async Task<Outcome<Commit>> Decide(CommandContext context, DeliveryRequest request)
    {
        if (await Scene(context) is not { } scene)
            return RefusalCode.NotInScope;
        var decision = DeliveryRules.Decide(request, scene);
        return decision.IsOk ? CommitOf(context, scene, decision.Value) : decision.Refusal;
    }

    private async Task<DeliveryScene?> Scene(CommandContext context)
    {
        var row = await deliveries.Find(new DeliveryId(this.GetPrimaryKey()));
        if (row is null || await documents.Find(row.Document) is not { } document)
            return null;
        if (organisation.Unit(row.Unit) is not { } unit || organisation.Unit(document.Unit) is not { } sender)
            return null;
        return new DeliveryScene
        {
            Row = row,
            Steps = await deliveries.Steps(row.Id),
            Document = document,
            Unit = unit,
            Sender = sender,
            Branch = organisation.Branch(row.Unit),
            Actor = context.Actor,
            Now = time.GetUtcNow(),
        };
    }

    private static Commit CommitOf(CommandContext context, DeliveryScene scene, DeliveryDecision decision)
    {
        var row = decision.Row with { Position = scene.Row.Position + decision.Facts.Length };
        var changedSteps = decision.Steps.Where(step => !scene.Steps.Contains(step));
        return new Commit
        {
            Claim = CommandRunner.Claim(context),
            By = scene.Actor,
            ActingSeat = decision.Seat,
            ActingUnit = decision.ActingUnit ?? row.Unit,
            Appends = [new StreamAppend(row.Id.Stream, scene.Row.Position, decision.Facts)],
            Take = decision.Take,
            Rows = [row, .. changedSteps],
            Inbox = DeliveryItems.Changes(scene, decision),
        };
    }
}
