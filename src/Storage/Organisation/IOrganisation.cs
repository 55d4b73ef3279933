using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Storage.Organisation;

/// <summary>
/// The organisation as it is today, from this node's memory (at most 5 s behind the tables). For deciding and for
/// lists of units; people are read from the tables.
/// </summary>
public interface IOrganisation
{
    /// <summary>The unit; null when there is none of this id. Units that are no more are still found.</summary>
    UnitFacts? Unit(UnitId id);

    /// <summary>The unit of this code; null when there is none.</summary>
    UnitFacts? Unit(string code);

    /// <summary>The seat of a unit; null for person seats and unknown ones.</summary>
    SeatFacts? Seat(SeatId id);

    /// <summary>
    /// Units below this one that keep no registers of their own (rooms and departments), with the unit itself first:
    /// the branch that a leader of the unit may assign within.
    /// </summary>
    IReadOnlyList<UnitFacts> Branch(UnitId unit);

    /// <summary>
    /// The unit and each one above it up to and with the body that keeps its registers; empty where there is no such body.
    /// </summary>
    IReadOnlyList<UnitFacts> Ladder(UnitId unit);

    /// <summary>
    /// Resolves selectors (<c>everyone</c>, <c>communes</c>, <c>communes:11</c>, <c>provinces</c>, <c>central</c>,
    /// <c>bodies:11</c>, <c>unit:CODE</c>). Refuses UnknownUnit, UnitDoesNotReceive (a unit named itself that does not
    /// receive; inside a group it is left out), NoRecipients and TooManyRecipients (over 10,000 selectors or units). The
    /// issuer receives nothing of its own.
    /// </summary>
    Outcome<RecipientSet> Resolve(IReadOnlyCollection<string> recipients, IReadOnlyCollection<string> except, UnitId issuer);
}
