using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Drafting;

/// <summary>What a person gets who opens a draft.</summary>
/// <param name="Right">What the person may do now.</param>
/// <param name="Name">The person's name, as the others are to see it.</param>
/// <param name="Unit">The name of the unit that the person writes for.</param>
/// <param name="Others">The rooms of the other nodes.</param>
[GenerateSerializer, Immutable, Alias("draft-admission")]
public sealed record DraftAdmission(
    [property: Id(0)] DraftRight Right,
    [property: Id(1)] string Name,
    [property: Id(2)] string Unit,
    [property: Id(3)] ImmutableArray<IDraftRoom> Others);
