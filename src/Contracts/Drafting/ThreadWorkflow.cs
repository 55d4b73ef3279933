using System.Collections.Immutable;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Drafting;

/// <summary>
/// How threads end, as data: the rules decide by it, and the page offers what it allows. Whoever may suggest may open,
/// answer and reopen; what becomes of the text is decided by those who may write it.
/// </summary>
public static class ThreadWorkflow
{
    /// <summary>Every way on for a thread that is there, in the order in which the page offers them.</summary>
    public static ImmutableArray<ThreadEntryKind> Settlements { get; } =
    [
        ThreadEntryKind.Accepted, ThreadEntryKind.Rejected, ThreadEntryKind.Withdrawn, ThreadEntryKind.Resolved, ThreadEntryKind.Reopened,
    ];

    /// <summary>How a thread stands after this.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no settlement.</exception>
    public static DraftThreadState After(ThreadEntryKind settlement) => settlement switch
    {
        ThreadEntryKind.Resolved => DraftThreadState.Resolved,
        ThreadEntryKind.Reopened => DraftThreadState.Open,
        ThreadEntryKind.Accepted => DraftThreadState.Accepted,
        ThreadEntryKind.Rejected => DraftThreadState.Rejected,
        ThreadEntryKind.Withdrawn => DraftThreadState.Withdrawn,
        _ => throw new ArgumentOutOfRangeException(nameof(settlement), settlement, "No settlement."),
    };

    /// <summary>Comments are resolved and reopened; suggestions are accepted, rejected or withdrawn.</summary>
    public static bool IsFor(ThreadEntryKind settlement, ThreadKind kind) =>
        (settlement is ThreadEntryKind.Resolved or ThreadEntryKind.Reopened) == (kind == ThreadKind.Comment);

    /// <summary>Whether the thread still stands where this settles it: of two who settle it one is late.</summary>
    public static bool IsOpenFor(ThreadEntryKind settlement, DraftThreadState state) =>
        state == (settlement == ThreadEntryKind.Reopened ? DraftThreadState.Resolved : DraftThreadState.Open);

    /// <summary>Whether it is this person's to do.</summary>
    /// <param name="settlement">What.</param>
    /// <param name="opener">Who opened the thread.</param>
    /// <param name="right">What the person may do in the draft now.</param>
    /// <param name="official">The person.</param>
    public static bool MaySettle(ThreadEntryKind settlement, OfficialId opener, DraftRight right, OfficialId official) => settlement switch
    {
        ThreadEntryKind.Reopened => right >= DraftRight.Suggest,
        ThreadEntryKind.Resolved => right == DraftRight.Write || (right == DraftRight.Suggest && opener == official),
        ThreadEntryKind.Withdrawn => right >= DraftRight.Suggest && opener == official,
        _ => right == DraftRight.Write,
    };

    /// <summary>What the person may settle the thread as now.</summary>
    public static ImmutableArray<ThreadEntryKind> Allowed(DraftThreadRow thread, DraftRight right, OfficialId official) =>
    [
        .. Settlements.Where(settlement => IsFor(settlement, thread.Kind)
            && IsOpenFor(settlement, thread.State)
            && MaySettle(settlement, thread.By, right, official)),
    ];
}
