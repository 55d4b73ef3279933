using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Streams;

namespace PartyRealtime.Storage.Organisation;

/// <summary>What a decision about seats and accounts writes.</summary>
public static class StaffCommit
{
    /// <summary>Fenced by the organisation's stream, which nodes read their map again for, and by that of each account.</summary>
    public static Commit Of(StaffDecision decision, StaffScene scene, Actor by) => new()
    {
        By = by,
        Appends = [new StreamAppend(StreamId.Organisation, scene.Head, [decision.Fact]), .. decision.Accounts],
        Rows = decision.Rows,
    };
}
