namespace PartyRealtime.Storage.Files;

/// <summary>What an upload in parts is to become, as its sender said when it began.</summary>
/// <param name="Name">To show; never a path.</param>
/// <param name="SizeBytes">The length of the whole, at least 1.</param>
/// <param name="Hash">SHA-256 of the whole, lower-case hex.</param>
public sealed record UploadPlan(string Name, long SizeBytes, string Hash);
