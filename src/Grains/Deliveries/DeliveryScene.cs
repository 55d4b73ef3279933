using System.Collections.Immutable;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Grains.Deliveries;

/// <summary>A delivery with everything a decision on it looks at.</summary>
internal sealed record DeliveryScene
{
    public required DeliveryRow Row { get; init; }

    public required ImmutableArray<StepRow> Steps { get; init; }

    /// <summary>The document that is delivered; it is issued, so it no longer changes here.</summary>
    public required DocumentRow Document { get; init; }

    /// <summary>The receiving unit.</summary>
    public required UnitFacts Unit { get; init; }

    /// <summary>The issuing unit.</summary>
    public required UnitFacts Sender { get; init; }

    /// <summary>The unit and the rooms below it that its leader may assign within.</summary>
    public required IReadOnlyList<UnitFacts> Branch { get; init; }

    public required Actor Actor { get; init; }

    public required DateTimeOffset Now { get; init; }
}
