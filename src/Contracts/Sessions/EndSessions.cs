using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Sessions;

/// <summary>Signs out.</summary>
/// <param name="Session">The session; null for every session of the official.</param>
[GenerateSerializer, Immutable, Alias("end-sessions")]
public sealed record EndSessions([property: Id(0)] ImmutableArray<byte>? Session);
