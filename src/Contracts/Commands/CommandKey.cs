using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Commands;

/// <summary>The idempotency key: the same key with the same body has one effect and one answer for 30 days.</summary>
[GenerateSerializer, Immutable, Alias("command-key")]
public readonly record struct CommandKey([property: Id(0)] OfficialId Official, [property: Id(1)] CommandId Command);
