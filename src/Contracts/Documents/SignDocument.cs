namespace PartyRealtime.Contracts.Documents;

/// <summary>Signs the locked body. The edge has checked the password again.</summary>
[GenerateSerializer, Immutable, Alias("sign-document")]
public sealed record SignDocument([property: Id(0)] SignCapacity Capacity) : DocumentRequest;
