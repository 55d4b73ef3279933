namespace PartyRealtime.Contracts.Documents;

/// <summary>
/// Signs the locked body. The edge has checked the password again. Refuses TextChanged where what was seen is said and is no
/// longer what would be signed.
/// </summary>
/// <param name="Capacity">In which the person signs.</param>
/// <param name="BodyHash">As in <see cref="ClearDocument"/>.</param>
/// <param name="BodyVersion">As in <see cref="ClearDocument"/>.</param>
[GenerateSerializer, Immutable, Alias("sign-document")]
public sealed record SignDocument(
    [property: Id(0)] SignCapacity Capacity,
    [property: Id(1)] string? BodyHash = null,
    [property: Id(2)] int? BodyVersion = null) : DocumentRequest;
