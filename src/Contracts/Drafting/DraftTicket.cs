using System.Collections.Immutable;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Drafting;

/// <summary>The right to open one draft once, on any node, until it expires.</summary>
/// <param name="Document">The draft.</param>
/// <param name="Official">The person.</param>
/// <param name="Session">The session that the ticket was given to, by the id that the tables keep.</param>
/// <param name="ExpiresAt">By the database's clock.</param>
[GenerateSerializer, Immutable, Alias("draft-ticket")]
public sealed record DraftTicket(
    [property: Id(0)] DocumentId Document,
    [property: Id(1)] OfficialId Official,
    [property: Id(2)] ImmutableArray<byte> Session,
    [property: Id(3)] DateTimeOffset ExpiresAt);
