namespace PartyRealtime.Contracts.Commits;

/// <summary>One named value of the store as a whole.</summary>
public sealed record MetaRow : IRow
{
    public required string Name { get; init; }

    public required string Value { get; init; }
}
