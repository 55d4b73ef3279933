namespace PartyRealtime.Storage.Organisation.Seeding;

/// <summary>How large the demo organisation is (DOMAIN §12).</summary>
public enum OrganisationSize
{
    /// <summary>The whole tree with four accounts a registering body, about 15,000.</summary>
    Default = 0,
    /// <summary>One hundredth: 34 provinces with one commune each, about 1,500 accounts.</summary>
    S1 = 1,
    /// <summary>One tenth: about 330 communes, 15,000 accounts.</summary>
    S2 = 2,
    /// <summary>The whole tree, about 150,000 accounts.</summary>
    S3 = 3,
}
