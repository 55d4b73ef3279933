using System.Collections.Immutable;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Web.Deliveries;

/// <summary>To whom a registered document is presented, absent = the principal leader; and what the register says of the paper.</summary>
internal sealed record RegisterBody(SeatId? PresentTo, int? Pages, int? Copies);

/// <summary>Why a document goes back.</summary>
internal sealed record ReturnBody(string? Reason);

/// <summary>Why a unit keeps its copy.</summary>
internal sealed record RefuseRecallBody(string? Reason);

/// <summary>Who does what with it.</summary>
internal sealed record AssignBody(ImmutableArray<StepAssignment>? Assignments, string? Instruction, DateOnly? DueOn);

/// <summary>Why a step is taken back.</summary>
internal sealed record RecallStepBody(string? Reason);

/// <summary>Why a step is given back.</summary>
internal sealed record ReturnStepBody(string? Reason);

/// <summary>What came of a step.</summary>
internal sealed record FinishBody(string? Result);
