using System.Collections.Immutable;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;

namespace PartyRealtime.WireTests.Policy.Generated;

/// <summary>
/// The expected answers, computed from the policy in Contracts and from nothing else. The order is that of the rules:
/// scope, role, state.
/// </summary>
internal static class Model
{
    public static bool MaySee(Player player, Thing thing) => DocumentScope.MaySee(player.Scope, thing.Facts);

    public static Verdict Read(Player player, Thing thing) => MaySee(player, thing) ? Verdict.Granted : Verdict.Missing;

    public static Verdict File(Player player, Thing thing) =>
        thing.HasFile && MaySee(player, thing) ? Verdict.Granted : Verdict.Missing;

    public static Verdict Board(Player player, Thing thing) =>
        thing.Document!.State >= DocumentState.Issued
        && DocumentScope.IsCleared(player.Scope, thing.Document)
        && DocumentScope.IsIssuing(player.Scope, thing.Document)
            ? Verdict.Granted
            : Verdict.Missing;

    public static Func<Player, Thing, Verdict> Act(DocumentAct act) => (player, thing) =>
    {
        var transition = DocumentWorkflow.Of(act);
        var role = DocumentWorkflow.RoleOf(thing.Document!, player.Actor);
        if (role == DocumentRole.None || !DocumentScope.IsCleared(player.Scope, thing.Document!))
            return Verdict.Missing;
        if ((role & transition.By) == DocumentRole.None)
            return Verdict.OtherRole;
        return DocumentWorkflow.Allowed(thing.Document!, player.Actor).Contains(act) ? Verdict.Granted : Verdict.NotNow;
    };

    public static Func<Player, Thing, Verdict> Act(DeliveryAct act) => (player, thing) =>
    {
        if (!MayAct(player, thing))
            return Verdict.Missing;
        if (!DeliveryWorkflow.HasRole(act, thing.Delivery!, thing.Steps, player.Actor))
            return Verdict.OtherRole;
        var isOpened = act == DeliveryAct.Open && thing.Delivery!.OpenedAt is not null;
        return DeliveryWorkflow.IsOpenFor(act, thing.Delivery!) && !isOpened ? Verdict.Granted : Verdict.NotNow;
    };

    /// <summary>Whom one may name is for a leader to know, and for who may hand a step on.</summary>
    public static Verdict Assignees(Player player, Thing thing) =>
        MayAct(player, thing)
        && (DeliveryWorkflow.HasRole(DeliveryAct.Assign, thing.Delivery!, thing.Steps, player.Actor)
            || DeliveryWorkflow.HasRole(DeliveryAct.Forward, thing.Delivery!, thing.Steps, player.Actor))
            ? Verdict.Granted
            : Verdict.Missing;

    public static Verdict OpenStep(Player player, Thing thing) => OfStep(
        player, thing, step => step.OpenedAt is null && (DeliveryWorkflow.IsOpen(step) || step is { Role: StepRole.Present, State: StepState.Waiting }));

    public static Verdict FinishStep(Player player, Thing thing) => OfStep(
        player, thing, step => DeliveryWorkflow.IsOpen(step) && DeliveryWorkflow.IsOpenFor(DeliveryAct.Finish, thing.Delivery!));

    public static Verdict ForwardStep(Player player, Thing thing) => OfStep(
        player, thing, step => DeliveryWorkflow.MayForward(step) && DeliveryWorkflow.IsOpenFor(DeliveryAct.Forward, thing.Delivery!));

    public static Verdict ReturnStep(Player player, Thing thing) => OfStep(
        player, thing, step => DeliveryWorkflow.MayReturn(step, thing.Steps) && DeliveryWorkflow.IsOpenFor(DeliveryAct.ReturnStep, thing.Delivery!));

    /// <summary>A step is taken back from the seat that gave it.</summary>
    public static Verdict RecallStep(Player player, Thing thing)
    {
        var giver = thing.Steps.FirstOrDefault(step => step.Id == thing.Step!.Parent);
        if (!MayAct(player, thing) || giver is null || giver.State == StepState.Recalled || !player.Actor.Holds(giver.Seat))
            return Verdict.Missing;
        return DeliveryWorkflow.IsOpenFor(DeliveryAct.RecallStep, thing.Delivery!) && DeliveryWorkflow.MayRecall(thing.Step!, thing.Steps, player.Actor)
            ? Verdict.Granted
            : Verdict.NotNow;
    }

    /// <summary>What may replace or correct an issued document is its registry's to know.</summary>
    public static Verdict Successors(Player player, Thing thing) =>
        thing.Document!.State >= DocumentState.Issued
        && DocumentScope.IsCleared(player.Scope, thing.Document)
        && player.Actor.SeatIn(thing.Document.Unit, SeatRole.Clerk) is not null
            ? Verdict.Granted
            : Verdict.Missing;

    /// <summary>How a text came about is known to those it was written by.</summary>
    public static Verdict Versions(Player player, Thing thing) =>
        thing.Document!.Together
        && DocumentScope.IsCleared(player.Scope, thing.Document)
        && (DocumentScope.IsIssuing(player.Scope, thing.Document) || DocumentScope.IsInvited(player.Scope, thing.Invited))
            ? Verdict.Granted
            : Verdict.Missing;

    /// <summary>While a draft is written or reviewed, those who may suggest in it say something about it.</summary>
    public static Verdict Discuss(Player player, Thing thing)
    {
        if (DraftScope.RightOf(thing.Document!, thing.Participants, player.Actor, Versions(player, thing) == Verdict.Granted) is not { } right)
            return Verdict.Missing;
        if (thing.Document!.State > DocumentState.InReview)
            return Verdict.NotNow;
        return right >= DraftRight.Suggest ? Verdict.Granted : Verdict.OtherRole;
    }

    /// <summary>The office invites to suggest: only the author writes, and so names versions.</summary>
    public static Verdict NameVersion(Player player, Thing thing)
    {
        var role = DocumentWorkflow.RoleOf(thing.Document!, player.Actor);
        var isInside = role != DocumentRole.None || DocumentScope.IsInvited(player.Scope, thing.Invited);
        if (!isInside || !DocumentScope.IsCleared(player.Scope, thing.Document!))
            return Verdict.Missing;
        if (!thing.Document!.Together)
            return Verdict.NotNow;
        if (!role.HasFlag(DocumentRole.Author))
            return Verdict.OtherRole;
        return thing.Document.State == DocumentState.Drafting ? Verdict.Granted : Verdict.NotNow;
    }

    public static Verdict ManageSeat(OrganisationMap organisation, Player player, Thing thing) =>
        StaffScope.MayManage(player.Actor, organisation.Ladder(new UnitId(thing.Unit))) ? Verdict.Granted : Verdict.Missing;

    public static Verdict SwitchAccount(OrganisationMap organisation, Player player, Thing thing) =>
        StaffScope.MaySwitch(player.Actor, [.. thing.HeldIn.Select(organisation.Ladder)]) ? Verdict.Granted : Verdict.Missing;

    public static Verdict Register(Player player, Thing thing) =>
        player.Scope.Units.Contains(new UnitId(thing.Unit)) ? Verdict.Granted : Verdict.Missing;

    /// <summary>A key holds the person: another person's command is an id that was never used.</summary>
    public static Verdict Command(Player player, Thing thing) => thing.Owner == player.Name ? Verdict.Granted : Verdict.Alike;

    public static Verdict Item(Player player, Thing thing) =>
        player.Actor.Holds(thing.Item.Seat) ? Verdict.Granted : Verdict.Alike;

    public static Verdict Seat(Player player, Thing thing) =>
        player.Actor.Holds(new SeatId(thing.Seat)) ? Verdict.Granted : Verdict.Alike;

    /// <summary>Documents are written from the first seat that may write, for the body that the unit belongs to.</summary>
    public static Func<Player, Thing, Verdict> Compose(OrganisationMap organisation) => (player, _) =>
    {
        var seat = player.Actor.Seats.First(held => held.Unit is not null && ActTable.Of(Contracts.Policy.Act.ComposeDocument).Roles.Contains(held.Role));
        return organisation.RegisteringUnit(seat.Unit!.Value) is not null ? Verdict.Granted : Verdict.OtherRole;
    };

    /// <summary>The acts that the document's page must offer to this person, and no other.</summary>
    public static ImmutableArray<string> Offered(Player player, Thing thing) =>
    [
        .. DocumentWorkflow.Allowed(thing.Document!, player.Actor).Select(act => Wire(act.ToString())),
        .. Reached(player, thing)
            .SelectMany(delivery => DeliveryWorkflow.Allowed(delivery.Row, delivery.Steps, player.Actor))
            .Distinct().Order().Select(act => Wire(act.ToString())),
    ];

    /// <summary>The deliveries that the document's page must show to this person, and no other.</summary>
    public static IEnumerable<(DeliveryRow Row, ImmutableArray<StepRow> Steps)> Reached(Player player, Thing thing) =>
        thing.Deliveries.Where(delivery => delivery.Row.State != DeliveryState.Sent
            && (player.Scope.Units.Contains(delivery.Row.Unit)
                || delivery.Steps.Any(step => step.State != StepState.Recalled && player.Actor.Holds(step.Seat))));

    private static bool MayAct(Player player, Thing thing) =>
        DeliveryScope.MayAct(player.Actor, thing.Document!, thing.Delivery!, thing.Steps);

    private static Verdict OfStep(Player player, Thing thing, Func<StepRow, bool> isFit)
    {
        if (!MayAct(player, thing) || !player.Actor.Holds(thing.Step!.Seat) || thing.Step.State == StepState.Recalled)
            return Verdict.Missing;
        return isFit(thing.Step) ? Verdict.Granted : Verdict.NotNow;
    }

    private static string Wire(string name) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);
}
