using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Deliveries;

/// <summary>A seat that an assignment may name.</summary>
/// <param name="Name">Who holds the seat today; empty when nobody does.</param>
/// <param name="Title">The post.</param>
/// <param name="Unit">The unit of the post.</param>
public sealed record AssigneeView(SeatId Seat, string Name, string Title, string Unit);
