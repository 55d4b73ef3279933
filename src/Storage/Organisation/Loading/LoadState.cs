namespace PartyRealtime.Storage.Organisation.Loading;

/// <summary>What the organisation's stream says about bulk loads.</summary>
/// <param name="Head">The stream's head.</param>
/// <param name="IsFinished">Whether a load of this kind and fingerprint is complete.</param>
/// <param name="OpenLoad">The kind of the load that is not complete; null when there is none.</param>
/// <param name="OpenFingerprint">Its fingerprint.</param>
/// <param name="ChunksDone">The chunks it has written.</param>
internal sealed record LoadState(long Head, bool IsFinished, string? OpenLoad, string? OpenFingerprint, int ChunksDone);
