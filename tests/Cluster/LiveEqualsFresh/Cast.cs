namespace PartyRealtime.ClusterTests.LiveEqualsFresh;

/// <summary>The people of the smallest demo organisation that the actions are played with.</summary>
internal static class Cast
{
    public const string Author = "specialist.tw";
    public const string Leader = "leader.tw";
    public const string Clerk = "clerk.tw";
    public const string ProvinceClerk = "clerk.01";
    public const string ProvinceLeader = "leader.01";
    public const string ProvinceSpecialist = "specialist.01";
    public const string CommuneClerk = "clerk.00004";
    public const string CommuneLeader = "leader.00004";

    /// <summary>All of them, with the other four clerks of the centre's desk.</summary>
    public static string[] All { get; } =
    [
        Author, Leader, Clerk, "clerk2.tw", "clerk3.tw", "clerk4.tw", "clerk5.tw",
        ProvinceClerk, "clerk2.01", ProvinceLeader, ProvinceSpecialist, CommuneClerk, CommuneLeader,
    ];
}
