using System.Collections.Immutable;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Documents;

/// <summary>One row of the authority table: a type of document and the tiers that may issue it (DOMAIN §2).</summary>
/// <param name="Row">The row's number, named in refusals.</param>
/// <param name="Code">The notation in symbols, such as CT.</param>
/// <param name="Name">The Vietnamese name.</param>
/// <param name="NameEn">The English name.</param>
/// <param name="Issuers">The tiers that may issue it.</param>
public sealed record DocumentType(int Row, string Code, string Name, string NameEn, ImmutableArray<UnitKind> Issuers);
