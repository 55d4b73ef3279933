namespace PartyRealtime.ClusterTests.Drafting;

/// <summary>A frozen draft and the body that it became, as the tables hold them.</summary>
internal sealed record FrozenVersion
{
    public long Seq { get; init; }

    public string Content { get; init; } = "";

    public string Text { get; init; } = "";

    public byte[] Hash { get; init; } = [];
}
