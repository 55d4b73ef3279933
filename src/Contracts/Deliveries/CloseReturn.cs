namespace PartyRealtime.Contracts.Deliveries;

/// <summary>
/// The sender knows that the delivery was returned: it leaves the box of the sender's desk. Refuses NotInScope for who does
/// not hold that desk, and NotAllowedNow where nothing was returned or somebody closed it before.
/// </summary>
[GenerateSerializer, Immutable, Alias("close-return")]
public sealed record CloseReturn() : DeliveryRequest;
