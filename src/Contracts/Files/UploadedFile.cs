namespace PartyRealtime.Contracts.Files;

/// <summary>A file that is durable in the file store and waits to be named by a command of its uploader.</summary>
[GenerateSerializer, Immutable, Alias("uploaded-file")]
public sealed record UploadedFile(
    [property: Id(0)] string Hash, [property: Id(1)] string Name, [property: Id(2)] long SizeBytes, [property: Id(3)] string MediaType);
