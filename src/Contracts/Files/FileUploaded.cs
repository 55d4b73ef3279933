using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Files;

public sealed record FileUploaded(string Hash, long SizeBytes, string MediaType) : IFact
{
    public static string Kind => "file.uploaded";
}
