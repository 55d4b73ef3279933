using System.Text.Json.Nodes;

namespace PartyRealtime.Yjs.Reading;

/// <summary>A piece of a text: letters, or one embedded thing, with its attributes.</summary>
/// <param name="Text">Null for an embedded thing.</param>
/// <param name="Embedded">Null for letters.</param>
/// <param name="Attributes">By name, in the order in which they began.</param>
public sealed record DeltaRun(string? Text, YValue? Embedded, IReadOnlyList<KeyValuePair<string, JsonNode?>> Attributes);
