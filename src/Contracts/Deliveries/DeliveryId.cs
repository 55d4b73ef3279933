using System.Text.Json.Serialization;
using PartyRealtime.Contracts.Ids;

namespace PartyRealtime.Contracts.Deliveries;

/// <summary>One document on its way to one receiving unit; also the id of its stream.</summary>
[GenerateSerializer, Immutable, Alias("delivery-id")]
[JsonConverter(typeof(GuidIdJsonConverter<DeliveryId>))]
public readonly record struct DeliveryId([property: Id(0)] Guid Value) : IGuidId<DeliveryId>
{
    public static DeliveryId From(Guid value) => new(value);

    /// <summary>There is one delivery of a document to a unit.</summary>
    public static DeliveryId Of(Documents.DocumentId document, Organisation.UnitId unit) =>
        new(DerivedId.From("delivery", unit.Value, document.Value));

    public Streams.StreamId Stream => new(Value);

    public override string ToString() => Value.ToString("D");
}
