namespace PartyRealtime.FaultTests.Clusters;

/// <summary>
/// The promises of three nodes with the project's default settings, while people work. Figures are several times
/// shorter on two cores that do nothing else, so that a bar is not broken by chance.
/// </summary>
internal static class Bars
{
    public static readonly Bar KilledDeclaredDead = new("declared dead after", TimeSpan.FromSeconds(6));

    /// <summary>The median over the people for whom a note took longer than a second.</summary>
    public static readonly Bar KilledMedian = new("median outage", TimeSpan.FromSeconds(6));

    public static readonly Bar KilledWorst = new("worst outage", TimeSpan.FromSeconds(12));

    public static readonly Bar KilledSeen = new("acknowledged and seen after at most", TimeSpan.FromSeconds(20));

    public static readonly Bar HungDeclaredDead = new("declared dead after", TimeSpan.FromSeconds(20));

    /// <summary>Of the notes that were sent to another node first: no lock is held across a round trip to the hung one.</summary>
    public static readonly Bar HungOthersP99 = new("p99 by the other nodes", TimeSpan.FromSeconds(3));

    public static readonly Bar HungSeen = new("acknowledged and seen after at most", TimeSpan.FromSeconds(30));

    public static readonly Bar DrainedWorst = new("longest note", TimeSpan.FromSeconds(2));

    /// <summary>From being told to leave until the process is gone.</summary>
    public static readonly Bar Gone = new("gone after", TimeSpan.FromSeconds(15));

    /// <summary>From when PostgreSQL takes connections again until each sender had a note acknowledged.</summary>
    public static readonly Bar StoreRecovered = new("everybody served again after", TimeSpan.FromSeconds(10));
}
