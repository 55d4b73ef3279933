using System.Globalization;
using System.Text.Json.Serialization;
using PartyRealtime.Contracts.Ids;

namespace PartyRealtime.Contracts.Organisation;

/// <summary>A person with an account; 0 is the system itself.</summary>
[GenerateSerializer, Immutable, Alias("official-id")]
[JsonConverter(typeof(NumberIdJsonConverter<OfficialId>))]
public readonly record struct OfficialId([property: Id(0)] int Value) : INumberId<OfficialId>
{
    public static OfficialId From(int value) => new(value);

    /// <summary>The key of the person's grain.</summary>
    public long ToGrainKey() => Value;

    public static OfficialId FromGrainKey(long key) => new(checked((int)key));

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
