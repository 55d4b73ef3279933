using System.Collections.Immutable;

namespace PartyRealtime.Storage.Organisation.Importing;

/// <summary>What an import did, or would do.</summary>
/// <param name="Units">Units added.</param>
/// <param name="Officials">Officials added.</param>
/// <param name="Faults">Lines that cannot be loaded, in the order of the files; when there is one, nothing was loaded.</param>
public sealed record ImportResult(int Units, int Officials, ImmutableArray<ImportFault> Faults);
