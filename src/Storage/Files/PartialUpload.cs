namespace PartyRealtime.Storage.Files;

/// <summary>How far an upload in parts is.</summary>
/// <param name="Plan">What it is to become.</param>
/// <param name="OffsetBytes">How many bytes are durable, from the first on: the next part begins here.</param>
/// <param name="IsKept">It was recorded as a file: its bytes are in the file store.</param>
public sealed record PartialUpload(UploadPlan Plan, long OffsetBytes, bool IsKept);
