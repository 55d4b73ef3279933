namespace PartyRealtime.Storage.Organisation.Seeding;

/// <summary>The numbers of one size. Head counts are people per registering body or province.</summary>
internal sealed record SeedPlan(
    OrganisationSize Size,
    int CentralBodiesMax,
    int ProvincialBodiesMax,
    int CommunesOneIn,
    int PeopleAtCentre,
    int PeoplePerProvince,
    bool FourEach)
{
    /// <summary>The fewest people of a registering body: clerk, leader, specialist, unit administrator.</summary>
    public const int PeoplePerBodyMin = 4;

    public const int ClerksAtCentre = 5;

    public const int ClerksPerProvince = 2;

    public static SeedPlan Of(OrganisationSize size) => size switch
    {
        OrganisationSize.S1 => new(size, 15, 2, int.MaxValue, 87, 12, FourEach: false),
        OrganisationSize.S2 => new(size, 74, 11, 10, 870, 122, FourEach: false),
        OrganisationSize.S3 => new(size, 74, 11, 1, 8_700, 1_225, FourEach: false),
        _ => new(size, 74, 11, 1, 0, 0, FourEach: true),
    };
}
