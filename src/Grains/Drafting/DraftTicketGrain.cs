using PartyRealtime.Contracts.Drafting;

namespace PartyRealtime.Grains.Drafting;

/// <summary>One ticket, in memory alone: what is lost with it is one more request of a client.</summary>
[GrainType("draft-ticket")]
internal sealed class DraftTicketGrain(TimeProvider time) : Grain, IDraftTicketGrain
{
    private DraftTicket? _held;

    public Task Keep(DraftTicket ticket)
    {
        _held = ticket;
        DelayDeactivation(ticket.ExpiresAt - time.GetUtcNow());
        return Task.CompletedTask;
    }

    public Task<DraftTicket?> Redeem()
    {
        var ticket = _held is { } held && time.GetUtcNow() < held.ExpiresAt ? held : null;
        _held = null;
        // Also after a guess that hit nothing: guesses must not fill the memory.
        DeactivateOnIdle();
        return Task.FromResult(ticket);
    }
}
