using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Storage.Organisation.Loading;

/// <summary>One commit of a bulk load.</summary>
/// <param name="Facts">Of the organisation's stream; the last one of a load marks it complete.</param>
internal sealed record LoadPart(ImmutableArray<Fact> Facts)
{
    /// <summary>Streams that begin in this commit.</summary>
    public ImmutableArray<StreamAppend> Begun { get; init; } = [];

    public ImmutableArray<IRow> Rows { get; init; } = [];
}
