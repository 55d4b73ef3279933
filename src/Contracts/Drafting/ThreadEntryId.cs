using System.Text.Json.Serialization;
using PartyRealtime.Contracts.Ids;

namespace PartyRealtime.Contracts.Drafting;

/// <summary>One word or decision in a thread; also the subject of the inbox items of those whom it mentions.</summary>
[GenerateSerializer, Immutable, Alias("thread-entry-id")]
[JsonConverter(typeof(GuidIdJsonConverter<ThreadEntryId>))]
public readonly record struct ThreadEntryId([property: Id(0)] Guid Value) : IGuidId<ThreadEntryId>
{
    public static ThreadEntryId From(Guid value) => new(value);

    /// <summary>The entry that this official's command writes.</summary>
    public static ThreadEntryId Of(Commands.CommandKey key) =>
        new(DerivedId.From("thread-entry", key.Official.Value, key.Command.Value));

    public override string ToString() => Value.ToString("D");
}
