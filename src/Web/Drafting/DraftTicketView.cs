namespace PartyRealtime.Web.Drafting;

/// <summary>What opens a draft once.</summary>
/// <param name="Ticket">Base64url; shown when the socket is opened, and to nobody else.</param>
/// <param name="ExpiresAt">Until when it can be shown.</param>
/// <param name="Epoch">The life of the stored data: text that was read in another one is not to be sent.</param>
internal sealed record DraftTicketView(string Ticket, DateTimeOffset ExpiresAt, Guid Epoch);
