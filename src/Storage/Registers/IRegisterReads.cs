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

    /// <summary>How many lines <see cref="ReadOpen"/> gives at this moment.</summary>
    Task<int> CountOpen(RegisterBook book, Actor actor, UnitId unit, int year, CancellationToken cancellation = default);

    /// <summary>
    /// The lines of a calendar year, series by series, each in the order of its numbers. Lines are read as they are asked
    /// for; none comes twice, and one that is written meanwhile may be missing. Classified documents leave in no bulk:
    /// they are not among the lines, whatever the reader's clearance.
    /// </summary>
    IAsyncEnumerable<RegisterLine> ReadOpen(RegisterBook book, Actor actor, UnitId unit, int year, CancellationToken cancellation = default);
}
