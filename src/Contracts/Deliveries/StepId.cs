using System.Text.Json.Serialization;
using PartyRealtime.Contracts.Ids;

namespace PartyRealtime.Contracts.Deliveries;

/// <summary>One recipient step inside a delivery.</summary>
[GenerateSerializer, Immutable, Alias("step-id")]
[JsonConverter(typeof(GuidIdJsonConverter<StepId>))]
public readonly record struct StepId([property: Id(0)] Guid Value) : IGuidId<StepId>
{
    public static StepId From(Guid value) => new(value);

    /// <summary>The step that this command gives to this seat.</summary>
    public static StepId Of(DeliveryId delivery, Organisation.SeatId seat, int round) =>
        new(DerivedId.From("step" + round.ToString(System.Globalization.CultureInfo.InvariantCulture), seat.Value, delivery.Value));

    public override string ToString() => Value.ToString("D");
}
