using System.Text.Json.Serialization;
using PartyRealtime.Contracts.Ids;

namespace PartyRealtime.Contracts.Drafting;

/// <summary>A comment or suggestion in a draft, with all that is said about it.</summary>
[GenerateSerializer, Immutable, Alias("thread-id")]
[JsonConverter(typeof(GuidIdJsonConverter<ThreadId>))]
public readonly record struct ThreadId([property: Id(0)] Guid Value) : IGuidId<ThreadId>
{
    public static ThreadId From(Guid value) => new(value);

    /// <summary>The thread that this official's command opens: the same command names the same thread.</summary>
    public static ThreadId Of(Commands.CommandKey key) =>
        new(DerivedId.From("thread", key.Official.Value, key.Command.Value));

    public override string ToString() => Value.ToString("D");
}
