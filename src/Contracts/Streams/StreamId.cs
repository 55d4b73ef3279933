using System.Text.Json.Serialization;
using PartyRealtime.Contracts.Ids;

namespace PartyRealtime.Contracts.Streams;

/// <summary>A sequence of facts with positions 1..n without a gap.</summary>
[GenerateSerializer, Immutable, Alias("stream-id")]
[JsonConverter(typeof(GuidIdJsonConverter<StreamId>))]
public readonly record struct StreamId([property: Id(0)] Guid Value) : IGuidId<StreamId>
{
    public static StreamId From(Guid value) => new(value);

    /// <summary>The stream of an official: read marks.</summary>
    public static StreamId OfOfficial(Organisation.OfficialId official) =>
        new(DerivedId.From("official", official.Value, Guid.Empty));

    /// <summary>The stream of an official's sign-ins, sessions and preferences.</summary>
    public static StreamId OfSessions(Organisation.OfficialId official) =>
        new(DerivedId.From("sessions", official.Value, Guid.Empty));

    /// <summary>The stream of changes to the organisation: units, officials, seats.</summary>
    public static StreamId Organisation => new(DerivedId.From("organisation", 0, Guid.Empty));

    /// <summary>The stream of what operators do to the nodes.</summary>
    public static StreamId OfNodes => new(DerivedId.From("nodes", 0, Guid.Empty));

    public override string ToString() => Value.ToString("D");
}
