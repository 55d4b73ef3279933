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
    private const int ColorCharsMax = 32;

    /// <summary>
    /// What is read at all. Room beyond <see cref="StateBytesMax"/>: y-websocket clients send back what they were told of
    /// others, and that carries the names that were put in here.
    /// </summary>
    public static readonly AwarenessLimits Readable = new() { StateBytesMax = 4 * StateBytesMax };

    private static readonly JsonSerializerOptions AsText = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// The word with the person's name, unit and id in place of whatever the client wrote there; its colour stays. Null for
    /// one that is too long or says something else than an object.
    /// </summary>
    public static AwarenessState? Shown(AwarenessState said, OfficialId official, string name, string unit)
    {
        if (said.IsGone)
            return said;
        if (Encoding.UTF8.GetByteCount(said.Json) > StateBytesMax || JsonNode.Parse(said.Json) is not JsonObject state)
            return null;
        var color = ColorOf(state);
        state[User] = new JsonObject { ["name"] = name, ["unit"] = unit, ["id"] = official.Value };
        if (color is not null)
            state[User]!["color"] = color;
        return said with { Json = state.ToJsonString(AsText) };
    }

    /// <summary>Whose word a shown one is; null when nobody's name was put in.</summary>
    public static OfficialId? Speaker(AwarenessState shown) =>
        !shown.IsGone
        && JsonNode.Parse(shown.Json) is JsonObject state
        && state[User] is JsonObject user
        && user["id"] is JsonValue id
        && id.TryGetValue<int>(out var official)
            ? new OfficialId(official)
            : null;

    private static string? ColorOf(JsonObject state) =>
        state[User] is JsonObject user && user["color"] is JsonValue value && value.TryGetValue<string>(out var color) && color.Length <= ColorCharsMax
            ? color
            : null;
}
