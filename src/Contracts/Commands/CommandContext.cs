using System.Collections.Immutable;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Commands;

/// <summary>
/// Who sends a command, as what, and under which id. Built at the edge from the session, never from the request body.
/// </summary>
/// <param name="Key">The idempotency key.</param>
/// <param name="BodyHash">SHA-256 over the command's name, target and body; the same key with another hash is refused.</param>
/// <param name="Actor">The person with the seats held at the moment of the act.</param>
[GenerateSerializer, Immutable, Alias("command-context")]
public sealed record CommandContext(
    [property: Id(0)] CommandKey Key,
    [property: Id(1)] ImmutableArray<byte> BodyHash,
    [property: Id(2)] Actor Actor);
