using System.Collections.Immutable;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Commands;

/// <summary>
/// Who sends a command, as what, and under which id. Built at the edge from the session, never from the request body.
/// </summary>
/// <param name="Key">The idempotency key.</param>
/// <param name="BodyHash">SHA-256 over the command's name, target and body; the same key with another hash is refused.</param>
/// <param name="Actor">The person with the seats held at the moment of the act.</param>
/// <param name="SentBefore">
/// Whether the sender sent it before and knows no outcome: a copy may still be on its way, through another node too, and
/// arrive after the answer to this one.
/// </param>
[GenerateSerializer, Immutable, Alias("command-context")]
public sealed record CommandContext(
    [property: Id(0)] CommandKey Key,
    [property: Id(1)] ImmutableArray<byte> BodyHash,
    [property: Id(2)] Actor Actor,
    [property: Id(3)] bool SentBefore = false);
