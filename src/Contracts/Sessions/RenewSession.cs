using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Sessions;

/// <summary>A session was used an hour or more after it was last seen.</summary>
[GenerateSerializer, Immutable, Alias("renew-session")]
public sealed record RenewSession([property: Id(0)] ImmutableArray<byte> Session);
