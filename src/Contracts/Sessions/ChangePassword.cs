using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Sessions;

/// <summary>A person has a new password; the edge has checked the old one.</summary>
/// <param name="Hash">Of the new one, salted.</param>
/// <param name="Keep">The session that it is done in; every other one ends.</param>
[GenerateSerializer, Immutable, Alias("change-password")]
public sealed record ChangePassword([property: Id(0)] string Hash, [property: Id(1)] ImmutableArray<byte> Keep);
