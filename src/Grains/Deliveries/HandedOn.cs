using System.Collections.Immutable;
using PartyRealtime.Contracts.Deliveries;

namespace PartyRealtime.Grains.Deliveries;

/// <summary>Whether work that was handed on still lies with those it was handed on to, and how it lies again with its giver.</summary>
internal static class HandedOn
{
    /// <summary>
    /// What was led or presented is carried on by a lead alone; what was coordinated, by either.
    /// </summary>
    public static bool Carries(StepRow giver, StepRow step) =>
        step.Role == StepRole.Lead || (step.Role == StepRole.Coordinate && giver.Role == StepRole.Coordinate);

    /// <summary>Whether somebody below still has to do what the giver handed on.</summary>
    public static bool IsHeld(StepRow giver, ImmutableArray<StepRow> steps) =>
        Below(giver, steps).Any(step => Carries(giver, step) && DeliveryWorkflow.IsOpen(step));

    /// <summary>Whether somebody below has done what the giver handed on.</summary>
    public static bool IsDone(StepRow giver, ImmutableArray<StepRow> steps) =>
        Below(giver, steps).Any(step => Carries(giver, step) && step.State == StepState.Done);

    /// <summary>A new step of the giver's seat and role: an item that was closed never comes back under its key.</summary>
    public static StepRow Again(StepRow giver, DeliveryScene scene) => giver with
    {
        Id = StepId.Of(scene.Row.Id, giver.Seat, DeliveryRules.Round(scene.Steps)),
        State = StepState.Waiting,
        AssignedAt = scene.Now,
        AssignedBy = scene.Actor.Official,
        OpenedAt = null,
        OpenedBy = null,
        DoneAt = null,
        DoneBy = null,
        Result = null,
        CarriesOn = null,
    };

    /// <summary>All that came from the step, without what was taken back or returned and what came from that.</summary>
    private static IEnumerable<StepRow> Below(StepRow step, ImmutableArray<StepRow> steps) => steps
        .Where(child => child.Parent == step.Id && child.State is not StepState.Recalled and not StepState.Returned)
        .SelectMany(child => Below(child, steps).Prepend(child));
}
