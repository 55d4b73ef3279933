using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Yjs.Protocols;

namespace PartyRealtime.Web.Drafting;

/// <summary>What of a client's word about itself the others are shown.</summary>
internal static class AwarenessRules
{
    /// <summary>Bytes of a state as its own client sends it.</summary>
    public const int StateBytesMax = 1_024;

    /// <summary>Client ids that one socket may speak for in one draft: an editor makes a new one when it is loaded anew.</summary>
    public const int ClientsMax = 8;

    private const string User = "user";
    private const string Colour = "color";

    /// <summary>
    /// What is read at all. Room beyond <see cref="StateBytesMax"/>: y-websocket clients send back what they were told of
    /// others, and that carries the names that were put in here.
    /// </summary>
    public static readonly AwarenessLimits Readable = new() { StateBytesMax = 4 * StateBytesMax };

    private static readonly JsonSerializerOptions AsText = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// The word with the person's name, unit, id and colour in place of whatever the client wrote there. Null for one that is
    /// too long or says something else than an object.
    /// </summary>
    public static AwarenessState? Shown(AwarenessState said, OfficialId official, string name, string unit, string colour)
    {
        if (said.IsGone)
            return said;
        if (Encoding.UTF8.GetByteCount(said.Json) > StateBytesMax || JsonNode.Parse(said.Json) is not JsonObject state)
            return null;
        state[User] = new JsonObject { ["name"] = name, ["unit"] = unit, ["id"] = official.Value, [Colour] = colour };
        return said with { Json = state.ToJsonString(AsText) };
    }

    /// <summary>Whose word a shown one is; null when nobody's name was put in.</summary>
    public static OfficialId? Speaker(AwarenessState shown) =>
        UserOf(shown) is { } user && user["id"] is JsonValue id && id.TryGetValue<int>(out var official) ? new OfficialId(official) : null;

    /// <summary>The colour of a shown one; null when none was put in.</summary>
    public static string? ColourOf(AwarenessState shown) =>
        UserOf(shown) is { } user && user[Colour] is JsonValue value && value.TryGetValue<string>(out var colour) ? colour : null;

    private static JsonObject? UserOf(AwarenessState shown) =>
        !shown.IsGone && JsonNode.Parse(shown.Json) is JsonObject state ? state[User] as JsonObject : null;
}
