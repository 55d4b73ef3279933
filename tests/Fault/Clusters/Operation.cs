namespace PartyRealtime.FaultTests.Clusters;

/// <summary>One command of one person, from its first sending to its acknowledgement.</summary>
/// <param name="From">Who sent it.</param>
/// <param name="To">Whose box it went into.</param>
/// <param name="Text">What it says; unlike every other's.</param>
/// <param name="Ordinal">The sender's n-th to anybody.</param>
/// <param name="Began">The moment of the first sending, since the traffic began.</param>
/// <param name="Took">Until the acknowledgement, over all sendings.</param>
/// <param name="Sends">How often it was sent, always under one id.</param>
/// <param name="First">The node that it was sent to first.</param>
/// <param name="Node">The node that acknowledged it.</param>
internal sealed record Operation(
    int From, int To, string Text, int Ordinal, TimeSpan Began, TimeSpan Took, int Sends, Uri First, Uri Node)
{
    /// <summary>The moment of the acknowledgement.</summary>
    public TimeSpan Acknowledged => Began + Took;
}
