namespace PartyRealtime.Contracts.Documents;

/// <summary>Keeps a draft that is written together as it stands, under a name; it is written on meanwhile.</summary>
/// <param name="Name">1 to 100 characters; names may repeat.</param>
[GenerateSerializer, Immutable, Alias("name-version")]
public sealed record NameVersion([property: Id(0)] string Name) : DocumentRequest;
