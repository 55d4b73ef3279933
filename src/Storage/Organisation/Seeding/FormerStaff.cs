using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Organisation.Seeding;

/// <summary>The seats of a merged unit and who held them to its end.</summary>
internal sealed record FormerStaff(
    UnitRow Unit, SeatId Desk, SeatId Leads, SeatId Drafts, OfficialId Clerk, OfficialId Leader, OfficialId Specialist)
{
    /// <summary>How many people that are.</summary>
    public const int People = 3;
}
