using System.Collections.Immutable;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Commits;

/// <summary>
/// The whole effect of one command: applied whole or not at all, in one database transaction. Slices add row kinds
/// (<see cref="Rows"/>), never a transaction of their own.
/// </summary>
public sealed record Commit
{
    /// <summary>The idempotency claim; null only for the system's own jobs, which are fenced by a position instead.</summary>
    public CommandClaim? Claim { get; init; }

    /// <summary>Who acts; written into every fact of this commit.</summary>
    public required Actor By { get; init; }

    /// <summary>The seat acted from, for the audit row.</summary>
    public SeatId? ActingSeat { get; init; }

    /// <summary>The unit acted for, for the audit row.</summary>
    public UnitId? ActingUnit { get; init; }

    /// <summary>
    /// The facts, by stream. Each stream's head must be at the expected position or the command is not applied.
    /// The first one is the command's main stream: its answer names it. Each stream once. None only where every row is of a
    /// kind that is written once: such a commit has no claim, number or inbox change, and is fenced by its rows' keys.
    /// </summary>
    public required ImmutableArray<StreamAppend> Appends { get; init; }

    /// <summary>A number to take from a register in this commit; at most one.</summary>
    public RegisterTake? Take { get; init; }

    /// <summary>Rows to insert or replace, by kind. One key at most once in a commit.</summary>
    public ImmutableArray<IRow> Rows { get; init; } = [];

    /// <summary>Changes to inboxes. Each takes the next position of its seat, in this order. One item at most once.</summary>
    public ImmutableArray<InboxChange> Inbox { get; init; } = [];
}
