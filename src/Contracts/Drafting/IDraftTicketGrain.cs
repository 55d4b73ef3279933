namespace PartyRealtime.Contracts.Drafting;

/// <summary>
/// Holds one ticket in memory between the request that got it and the socket that shows it, whichever nodes these are on.
/// Its key is the SHA-256 of the ticket in hexadecimal, so that no node ever stores or sends the ticket itself. When its
/// silo dies the ticket is void, and the client asks for another one.
/// </summary>
[Alias("i-draft-ticket-grain")]
[GrainInterfaceType("i-draft-ticket")]
public interface IDraftTicketGrain : IGrainWithStringKey
{
    /// <summary>Holds the ticket until it is redeemed or expires.</summary>
    [Alias("keep")]
    Task Keep(DraftTicket ticket);

    /// <summary>The ticket, once; null when there is none, when it was redeemed, and when it has expired.</summary>
    [Alias("redeem")]
    Task<DraftTicket?> Redeem();
}
