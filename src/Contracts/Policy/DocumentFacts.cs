using System.Collections.Immutable;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Policy;

/// <summary>What the right to see a document depends on.</summary>
/// <param name="Document">The document.</param>
/// <param name="ArrivedAt">Receiving units that it has arrived at.</param>
/// <param name="StepSeats">Seats with a step of one of its deliveries that was not recalled.</param>
/// <param name="Invited">Seats that are invited to write it together.</param>
public sealed record DocumentFacts(
    DocumentRow Document, ImmutableArray<UnitId> ArrivedAt, ImmutableArray<SeatId> StepSeats, ImmutableArray<SeatId> Invited);
