using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Deliveries.Facts;

/// <summary>The delivery was finished before it was in this system, and was taken over with the book that it stands in: the first fact of its stream.</summary>
/// <param name="Unit">The unit that received it.</param>
/// <param name="Register">The register's full key.</param>
/// <param name="Number">Its arrival number there.</param>
public sealed record DeliveryCarriedOver(UnitId Unit, string Register, long Number) : IFact
{
    public static string Kind => "delivery.carried-over";
}
