using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Registers;

namespace PartyRealtime.Storage.Registers;

/// <summary>The registers of a unit. The caller has checked that the person keeps or leads it; clearance is applied here.</summary>
public interface IRegisterReads
{
    /// <summary>Arrivals of a calendar year.</summary>
    Task<RegisterPage> Incoming(Actor actor, RegisterQuery query, CancellationToken cancellation = default);

    /// <summary>Numbers taken in a calendar year over all the unit's series, voided ones among them.</summary>
    Task<RegisterPage> Outgoing(Actor actor, RegisterQuery query, CancellationToken cancellation = default);
}
