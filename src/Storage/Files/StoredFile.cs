using System.Collections.Immutable;
using PartyRealtime.Contracts.Files;

namespace PartyRealtime.Storage.Files;

/// <summary>What a stream held.</summary>
/// <param name="Hash">SHA-256, lower-case hex.</param>
/// <param name="SizeBytes">Its length.</param>
/// <param name="Head">The first bytes, at most <see cref="FileKinds.HeadBytes"/>: enough to tell a type by.</param>
public sealed record StoredFile(string Hash, long SizeBytes, ImmutableArray<byte> Head);
