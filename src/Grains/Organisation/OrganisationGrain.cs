using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Grains.Commits;
using PartyRealtime.Storage.Organisation;

namespace PartyRealtime.Grains.Organisation;

/// <summary>
/// Decides on the tables as they are, not on the node's map of today: who holds what is a few rows, and changes are rare. What
/// else is written about an account, such as a new password, is fenced by the stream of its sessions, and so is this.
/// </summary>
[GrainType("organisation")]
internal sealed class OrganisationGrain(CommandRunner runner, IStaffReads staff, IOrganisation organisation) : Grain, IOrganisationGrain
{
    public Task<Outcome<Receipt>> Give(CommandContext context, GiveSeat request)
    {
        OfficialId[] people = request.InsteadOf is { } instead ? [request.Official, instead] : [request.Official];
        return runner.Run(context, async _ =>
        {
            if (UnitManagedBy(context.Actor, request.Seat) is not { } unit)
                return new Refusal(RefusalCode.NotInScope, "seat");
            var scene = await staff.Scene(request.Seat, people);
            return CommitOf(context, unit, scene, StaffRules.Give(request, scene));
        });
    }

    public Task<Outcome<Receipt>> End(CommandContext context, EndHolding request) => runner.Run(context, async _ =>
    {
        if (UnitManagedBy(context.Actor, request.Seat) is not { } unit)
            return new Refusal(RefusalCode.NotInScope, "seat");
        var scene = await staff.Scene(request.Seat, [request.Official]);
        return CommitOf(context, unit, scene, StaffRules.End(request, scene));
    });

    public Task<Outcome<Receipt>> Switch(CommandContext context, SwitchAccount request) => runner.Run(context, async _ =>
    {
        var scene = await staff.Scene(null, [request.Official]);
        if (scene.Person(request.Official) is not { } person
            || !StaffScope.MaySwitch(context.Actor, [.. person.Units.Select(unit => unit is { } id ? Ladder(id) : [])]))
            return new Refusal(RefusalCode.NotInScope, "official");
        return CommitOf(context, null, scene, StaffRules.Switch(request, context.Actor.Official, scene));
    });

    private UnitId? UnitManagedBy(Actor actor, SeatId seat) =>
        organisation.Seat(seat) is { Unit: { } unit } && StaffScope.MayManage(actor, Ladder(unit)) ? unit : null;

    private IReadOnlyList<UnitFacts> Ladder(UnitId unit) => organisation.Ladder(unit);

    private static Outcome<Commit> CommitOf(CommandContext context, UnitId? unit, StaffScene scene, Outcome<StaffDecision> decision) =>
        decision.IsOk
            ? StaffCommit.Of(decision.Value, scene, context.Actor) with
            {
                Claim = CommandRunner.Claim(context),
                ActingSeat = context.Actor.ActingSeat,
                ActingUnit = unit,
            }
            : decision.Refusal;
}
