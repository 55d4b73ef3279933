using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Deliveries.Facts;
using PartyRealtime.Contracts.Fields;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Grains.Deliveries;

/// <summary>Who leads, who coordinates, who is informed: within the unit's own branch, decided on the server.</summary>
internal static class AssignmentRules
{
    public const int AssignmentsMax = 200;

    public static Outcome<DeliveryDecision> Assign(AssignDelivery request, DeliveryScene scene)
    {
        if (DeliveryRules.Stopped(DeliveryAct.Assign, scene) is { } stopped)
            return stopped;
        if (Check(request.Assignments, request.Instruction, request.DueOn, scene) is { } refusal)
            return refusal;
        if (!request.Assignments.Concat(Leads(scene)).Any(assignment => assignment.Role == StepRole.Lead))
            return new Refusal(RefusalCode.LeadMissing, "assignments");
        var present = scene.Steps.LastOrDefault(step => step.Role == StepRole.Present);
        var given = Given(request.Assignments, request.Instruction, request.DueOn, present?.Id, scene);
        var steps = scene.Steps
            .Select(step => step.Role == StepRole.Present && step.State == StepState.Waiting ? Forwarded(step, scene) : step)
            .Concat(given);
        var after = scene.Row with
        {
            State = scene.Row.State == DeliveryState.InProgress ? DeliveryState.InProgress : DeliveryState.Assigned,
            AssignedAt = scene.Row.AssignedAt ?? scene.Now,
            DueOn = request.DueOn ?? scene.Row.DueOn,
        };
        var fact = FactJson.Of(new DeliveryAssigned(request.Assignments, request.Instruction, request.DueOn));
        return DeliveryRules.Decided(after, [.. steps], scene, fact);
    }

    private static StepRow Forwarded(StepRow step, DeliveryScene scene) => step with
    {
        State = StepState.Forwarded,
        OpenedAt = step.OpenedAt ?? scene.Now,
        OpenedBy = step.OpenedBy ?? scene.Actor.Official,
        DoneAt = scene.Now,
        DoneBy = scene.Actor.Official,
    };

    private static IEnumerable<StepAssignment> Leads(DeliveryScene scene) => scene.Steps
        .Where(DeliveryRules.IsOpenLead)
        .Select(step => new StepAssignment(step.Seat, step.Role));

    /// <summary>The steps that these assignments make, under the step they were given from.</summary>
    public static IEnumerable<StepRow> Given(
        ImmutableArray<StepAssignment> assignments, string? instruction, DateOnly? dueOn, StepId? from, DeliveryScene scene)
    {
        var round = DeliveryRules.Round(scene.Steps);
        return assignments.Select(assignment => new StepRow
        {
            Id = StepId.Of(scene.Row.Id, assignment.Seat, round),
            Delivery = scene.Row.Id,
            Parent = from,
            Seat = assignment.Seat,
            Role = assignment.Role,
            State = StepState.Waiting,
            Instruction = instruction,
            DueOn = dueOn,
            AssignedAt = scene.Now,
            AssignedBy = scene.Actor.Official,
        });
    }

    /// <summary>What is wrong with naming these people; null when nothing is. The same for assigning and for handing on.</summary>
    public static Refusal? Check(
        ImmutableArray<StepAssignment> assignments, string? instruction, DateOnly? dueOn, DeliveryScene scene)
    {
        if (assignments.IsDefaultOrEmpty)
            return new Refusal(RefusalCode.FieldMissing, "assignments");
        if (assignments.Length > AssignmentsMax)
            return new Refusal(RefusalCode.TooMany, "assignments", FieldRules.Limit(AssignmentsMax));
        if (FieldRules.Optional("instruction", instruction, FieldRules.InstructionCharsMax) is { } longInstruction)
            return longInstruction;
        if (dueOn < DateOnly.FromDateTime(scene.Now.UtcDateTime.AddHours(7)))
            return new Refusal(RefusalCode.FieldInvalid, "dueOn");
        if (assignments.DistinctBy(assignment => assignment.Seat).Count() != assignments.Length)
            return new Refusal(RefusalCode.FieldInvalid, "assignments");
        return assignments.All(assignment => Allowed(assignment, scene))
            ? null
            : new Refusal(RefusalCode.AssigneeNotAllowed, "assignments");
    }

    private static bool Allowed(StepAssignment assignment, DeliveryScene scene) =>
        assignment.Role is StepRole.Lead or StepRole.Coordinate or StepRole.ForInformation &&
        scene.Branch.Any(unit => unit.Posts.Any(post =>
            post.Seat == assignment.Seat && post.Role is SeatRole.Leader or SeatRole.Specialist));
}
