using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Sessions;

/// <summary>A person has proved who he or she is.</summary>
/// <param name="Session">SHA-256 of the new session's token.</param>
/// <param name="UserAgent">As the browser says; cut at 200 characters.</param>
[GenerateSerializer, Immutable, Alias("open-session")]
public sealed record OpenSession([property: Id(0)] ImmutableArray<byte> Session, [property: Id(1)] string UserAgent);
