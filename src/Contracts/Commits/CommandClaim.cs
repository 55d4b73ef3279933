using System.Collections.Immutable;
using PartyRealtime.Contracts.Commands;

namespace PartyRealtime.Contracts.Commits;

/// <summary>The claim of a command id, written in the command's own commit.</summary>
public sealed record CommandClaim(CommandKey Key, ImmutableArray<byte> BodyHash);
