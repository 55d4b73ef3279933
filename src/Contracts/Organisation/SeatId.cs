using System.Globalization;
using System.Text.Json.Serialization;
using PartyRealtime.Contracts.Ids;

namespace PartyRealtime.Contracts.Organisation;

/// <summary>A seat: a registry desk, a post in a unit, or a person. Inboxes belong to seats.</summary>
[GenerateSerializer, Immutable, Alias("seat-id")]
[JsonConverter(typeof(NumberIdJsonConverter<SeatId>))]
public readonly record struct SeatId([property: Id(0)] int Value) : INumberId<SeatId>
{
    public static SeatId From(int value) => new(value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
