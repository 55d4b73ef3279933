using System.Text.Json.Serialization;
using PartyRealtime.Contracts.Ids;

namespace PartyRealtime.Contracts.Commands;

/// <summary>Chosen by the sender when the form opens; one effect per official and id for 30 days.</summary>
[GenerateSerializer, Immutable, Alias("command-id")]
[JsonConverter(typeof(GuidIdJsonConverter<CommandId>))]
public readonly record struct CommandId([property: Id(0)] Guid Value) : IGuidId<CommandId>
{
    public static CommandId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
