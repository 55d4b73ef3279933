using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Deliveries.Facts;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Grains.Fields;

namespace PartyRealtime.Grains.Deliveries;

/// <summary>Who leads, who coordinates, who is informed: within the unit's own branch, decided on the server.</summary>
internal static class AssignmentRules
{
    public const int AssignmentsMax = 200;

    public static Outcome<DeliveryDecision> Assign(AssignDelivery request, DeliveryScene scene)
    {
        if (DeliveryRules.Stopped(DeliveryAct.Assign, scene) is { } stopped)
            return stopped;
        if (Check(request, scene) is { } refusal)
            return refusal;
        var present = scene.Steps.LastOrDefault(step => step.Role == StepRole.Present);
        var round = DeliveryRules.Round(scene.Steps);
        var given = request.Assignments.Select(assignment => new StepRow
        {
            Id = StepId.Of(scene.Row.Id, assignment.Seat, round),
            Delivery = scene.Row.Id,
            Parent = present?.Id,
            Seat = assignment.Seat,
            Role = assignment.Role,
            State = StepState.Waiting,
            Instruction = request.Instruction,
            DueOn = request.DueOn,
            AssignedAt = scene.Now,
            AssignedBy = scene.Actor.Official,
        });
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

    private static Refusal? Check(AssignDelivery request, DeliveryScene scene)
    {
        if (request.Assignments.IsDefaultOrEmpty)
            return new Refusal(RefusalCode.FieldMissing, "assignments");
        if (request.Assignments.Length > AssignmentsMax)
            return new Refusal(RefusalCode.FieldTooLong, "assignments", FieldRules.Limit(AssignmentsMax));
        if (FieldRules.Optional("instruction", request.Instruction, FieldRules.InstructionCharsMax) is { } longInstruction)
            return longInstruction;
        if (request.DueOn < DateOnly.FromDateTime(scene.Now.UtcDateTime.AddHours(7)))
            return new Refusal(RefusalCode.FieldInvalid, "dueOn");
        if (request.Assignments.DistinctBy(assignment => assignment.Seat).Count() != request.Assignments.Length)
            return new Refusal(RefusalCode.FieldInvalid, "assignments");
        var leads = request.Assignments.Count(assignment => assignment.Role == StepRole.Lead);
        if (leads == 0 && !scene.Steps.Any(step => step.Role == StepRole.Lead))
            return new Refusal(RefusalCode.LeadMissing, "assignments");
        return request.Assignments.All(assignment => Allowed(assignment, scene))
            ? null
            : new Refusal(RefusalCode.AssigneeNotAllowed, "assignments");
    }

    private static bool Allowed(StepAssignment assignment, DeliveryScene scene) =>
        assignment.Role is StepRole.Lead or StepRole.Coordinate or StepRole.ForInformation &&
        scene.Branch.Any(unit => unit.Posts.Any(post =>
            post.Seat == assignment.Seat && post.Role is SeatRole.Leader or SeatRole.Specialist));
}
