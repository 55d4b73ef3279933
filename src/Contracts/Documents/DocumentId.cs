using System.Text.Json.Serialization;
using PartyRealtime.Contracts.Ids;

namespace PartyRealtime.Contracts.Documents;

/// <summary>A document; also the id of its stream.</summary>
[GenerateSerializer, Immutable, Alias("document-id")]
[JsonConverter(typeof(GuidIdJsonConverter<DocumentId>))]
public readonly record struct DocumentId([property: Id(0)] Guid Value) : IGuidId<DocumentId>
{
    public static DocumentId From(Guid value) => new(value);

    /// <summary>The id that this official's command creates: the same command names the same document.</summary>
    public static DocumentId Of(Commands.CommandKey key) =>
        new(DerivedId.From("document", key.Official.Value, key.Command.Value));

    public Streams.StreamId Stream => new(Value);

    public override string ToString() => Value.ToString("D");
}
