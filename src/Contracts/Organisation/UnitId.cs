using System.Globalization;
using System.Text.Json.Serialization;
using PartyRealtime.Contracts.Ids;

namespace PartyRealtime.Contracts.Organisation;

/// <summary>A unit of the organisation tree; never reused.</summary>
[GenerateSerializer, Immutable, Alias("unit-id")]
[JsonConverter(typeof(NumberIdJsonConverter<UnitId>))]
public readonly record struct UnitId([property: Id(0)] int Value) : INumberId<UnitId>
{
    public static UnitId From(int value) => new(value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
