using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Organisation.Facts;

/// <summary>One chunk of a bulk load.</summary>
/// <param name="Chunk">From 1 without a gap within a load.</param>
public sealed record RowsLoaded(int Chunk, int Units, int Officials, int Seats) : IFact
{
    public static string Kind => "organisation.rowsLoaded";
}
