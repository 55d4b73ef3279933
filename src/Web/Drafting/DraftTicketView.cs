namespace PartyRealtime.Web.Drafting;

/// <summary>What opens a draft once.</summary>
/// <param name="Ticket">Base64url; shown when the socket is opened, and to nobody else.</param>
/// <param name="ExpiresAt">Until when it can be shown.</param>
internal sealed record DraftTicketView(string Ticket, DateTimeOffset ExpiresAt);
