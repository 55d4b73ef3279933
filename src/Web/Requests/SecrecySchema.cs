using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PartyRealtime.Contracts.Documents;

namespace PartyRealtime.Web.Requests;

/// <summary>The words of a secrecy, which a description cannot take from a converter of our own.</summary>
internal static class SecrecySchema
{
    public static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        if (context.JsonTypeInfo.Type == typeof(Secrecy))
            schema.Enum = [.. Enum.GetNames<Secrecy>().Select(name => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(name))];
        return Task.CompletedTask;
    }
}
