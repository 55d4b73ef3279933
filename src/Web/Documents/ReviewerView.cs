using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Web.Documents;

/// <summary>A leader who may be asked to review.</summary>
/// <param name="Name">Who holds the seat today; empty when nobody does.</param>
/// <param name="Title">The post.</param>
/// <param name="Unit">The unit of the post.</param>
/// <param name="Head">Whether a draft goes there when nobody is named.</param>
public sealed record ReviewerView(SeatId Seat, string Name, string Title, string Unit, bool Head);
