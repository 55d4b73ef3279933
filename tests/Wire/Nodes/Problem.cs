using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace PartyRealtime.WireTests.Nodes;

/// <summary>What a refusal looks like on the wire.</summary>
internal static class Problem
{
    /// <summary>Asserts status, media type and code; the problem.</summary>
    public static async Task<JsonElement> IsRefused(this HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.NotEqual("", problem.GetProperty("traceId").GetString());
        return problem;
    }
}
