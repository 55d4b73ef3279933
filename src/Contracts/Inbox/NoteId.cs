using System.Text.Json.Serialization;
using PartyRealtime.Contracts.Ids;

namespace PartyRealtime.Contracts.Inbox;

/// <summary>A short note from one official to another.</summary>
[GenerateSerializer, Immutable, Alias("note-id")]
[JsonConverter(typeof(GuidIdJsonConverter<NoteId>))]
public readonly record struct NoteId([property: Id(0)] Guid Value) : IGuidId<NoteId>
{
    public static NoteId From(Guid value) => new(value);

    /// <summary>The note that this official's command sends.</summary>
    public static NoteId Of(Commands.CommandKey key) =>
        new(DerivedId.From("note", key.Official.Value, key.Command.Value));

    public Streams.StreamId Stream => new(Value);

    public override string ToString() => Value.ToString("D");
}
