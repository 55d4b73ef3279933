using System.Text.Json;
using System.Text.Json.Nodes;

namespace PartyRealtime.WireTests.Policy.Generated;

/// <summary>
/// An answer with everything that a person could tell two answers apart by: status, headers, body. The id of the trace
/// and the date are left out, they differ between any two answers.
/// </summary>
internal sealed record Answer(int Status, string Code, string Headers, string Body)
{
    private static readonly string[] Varying = ["Date", "traceparent"];

    public static async Task<Answer> Of(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        var body = isJson && text.Length > 0 ? JsonNode.Parse(text) : null;
        var problem = body as JsonObject;
        problem?.Remove("traceId");
        var headers = response.Headers.Concat(response.Content.Headers)
            .Where(header => !Varying.Contains(header.Key) && header.Key != "Content-Length")
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
            .Order(StringComparer.Ordinal);
        return new Answer(
            (int)response.StatusCode,
            response.IsSuccessStatusCode ? "" : problem?["code"]?.ToString() ?? "",
            string.Join('\n', headers),
            body?.ToJsonString() ?? text);
    }

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>The answer without its values: names and kinds of its members.</summary>
    public Answer Shape => this with { Body = ShapeOf(Json) };

    private static string ShapeOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(',', element.EnumerateObject().Select(member => $"{member.Name}:{ShapeOf(member.Value)}")) + "}",
        JsonValueKind.Array => "[" + string.Join(',', element.EnumerateArray().Select(ShapeOf)) + "]",
        _ => element.ValueKind.ToString(),
    };
}
