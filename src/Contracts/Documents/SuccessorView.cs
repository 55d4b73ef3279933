namespace PartyRealtime.Contracts.Documents;

/// <summary>An issued document of the body that may replace or correct another one.</summary>
public sealed record SuccessorView
{
    public required DocumentId Id { get; init; }

    public string? Symbol { get; init; }

    public required string Type { get; init; }

    public required string Abstract { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }
}
