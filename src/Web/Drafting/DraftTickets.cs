using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Storage.Hosting;
using PartyRealtime.Web.Auth;

namespace PartyRealtime.Web.Drafting;

/// <summary>Tickets: 256 random bits, good for one draft, one session, one opening and 30 seconds, on any node.</summary>
internal sealed class DraftTickets(IGrainFactory grains, StoreEpoch epoch, TimeProvider time)
{
    private const int TicketBytes = 32;
    private const int TicketChars = 43;

    /// <summary>From the answer that carries it until it is shown.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(30);

    public async Task<DraftTicketView> Give(DocumentId document, LiveSession session)
    {
        var ticket = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TicketBytes));
        var expiresAt = time.GetUtcNow() + Life;
        await Holder(ticket).Keep(new DraftTicket(document, session.Record.Official, session.Key.ToImmutable(), expiresAt));
        return new DraftTicketView(ticket, expiresAt, epoch.Value);
    }

    /// <summary>Uses a ticket up, whichever draft it was for; null when it opens nothing.</summary>
    public async Task<DraftTicket?> Redeem(string? ticket) =>
        ticket is { Length: TicketChars } ? await Holder(ticket).Redeem() : null;

    private IDraftTicketGrain Holder(string ticket) =>
        grains.GetGrain<IDraftTicketGrain>(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ticket))));
}
