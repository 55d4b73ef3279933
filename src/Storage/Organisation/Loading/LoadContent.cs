using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Storage.Organisation.Loading;

/// <summary>What a bulk load writes.</summary>
/// <param name="Rows">Groups of rows that belong into one commit; enumerated once.</param>
/// <param name="Last">The facts that end it, the last one marking it complete; asked for behind the rows.</param>
internal sealed record LoadContent(IEnumerable<ImmutableArray<IRow>> Rows, Func<ImmutableArray<Fact>> Last);
