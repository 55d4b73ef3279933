using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace PartyRealtime.Word.Reading;

/// <summary>What was read of a Word file.</summary>
/// <param name="Content">ProseMirror JSON of the schema that drafts have; at least one block.</param>
/// <param name="LeftOut">By kind, in the order of the kinds; empty where nothing was.</param>
public sealed record WordReading(JsonObject Content, ImmutableArray<LeftOut> LeftOut);
