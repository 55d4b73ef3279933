using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Nodes;
using PartyRealtime.Web.Policy;
using PartyRealtime.Web.Refusals;

namespace PartyRealtime.WireTests.BadInput;

/// <summary>Bodies that are none, are no JSON, or are far too large, at every endpoint that takes one.</summary>
[Collection(BadInputCollection.Name)]
public sealed class BodyTests(BadInputNode shared)
{
    private const int LargeBytes = 10 * 1024 * 1024;

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("{\"type\":")]
    [InlineData("{\"type\":{\"a\":1},\"text\":7,\"reason\":[],\"to\":\"x\",\"items\":\"x\",\"cursors\":1,\"recipients\":1,\"presentTo\":{},\"assignments\":1,\"result\":1,\"password\":1,\"theme\":1,\"signIn\":1}")]
    public async Task What_is_no_body_of_this_request_is_refused_everywhere_by_a_known_code(string text)
    {
        foreach (var (person, method, path) in await Writes())
        {
            var answer = await person.Raw(method, path, text);
            Assert.InRange((int)answer.Status, 400, 422);
            Assert.Contains(answer.Answer.GetProperty("code").GetString(), Codes);
        }
    }

    [Fact]
    public async Task Ten_megabytes_are_refused_before_they_are_read()
    {
        var large = "{\"text\":\"" + new string('x', LargeBytes) + "\"}";
        var asked = 0;
        foreach (var (person, method, path) in (await Writes()).Where(write => write.Path != "/api/files"))
        {
            var answer = await person.Raw(method, path, large);
            Assert.True((int)answer.Status is 413, $"{path}: {answer.Status} {answer.Answer}");
            Assert.Equal("fileTooLarge", answer.Answer.GetProperty("code").GetString());
            asked++;
        }

        Assert.InRange(asked, 20, 200);
    }

    private static IEnumerable<string> Codes => Enum.GetValues<RefusalCode>().Select(RefusalResults.CodeOf);

    /// <summary>Every endpoint that takes a body, with a person whose role may ask it; ids that exist nowhere.</summary>
    private async Task<List<(Person Person, HttpMethod Method, string Path)>> Writes()
    {
        var people = new List<(Person Person, Contracts.Organisation.Actor Actor)>();
        foreach (var name in new[] { "clerk.00004", "leader.00004", "admin.00004", "operator" })
        {
            var person = await shared.Papers.Person(name);
            var session = await shared.Node.Services.GetRequiredService<Web.Auth.ISessions>().Find(Web.Auth.SessionKey.OfToken(person.Session.Value));
            people.Add((person, session!.ActorOn(Contracts.Organisation.OfficeDay.Today(TimeProvider.System), null)));
        }

        return [.. shared.Node.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => (Endpoint: endpoint, Method: endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0]))
            .Where(pair => pair.Method is "POST" or "PUT" && HasBody(pair.Endpoint))
            .Select(pair => (
                people.First(person => pair.Endpoint.Metadata.GetMetadata<ActMetadata>()!.Rule.Allows(person.Actor)).Person,
                new HttpMethod(pair.Method!),
                Path(pair.Endpoint)))];
    }

    /// <summary>Acts without fields read their body for its hash alone; abandoning an id takes none.</summary>
    private static bool HasBody(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ActMetadata>()!.Rule.IsCommand && !endpoint.RoutePattern.RawText!.EndsWith("/abandon", StringComparison.Ordinal);

    private static string Path(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.RawText!.Trim('/').Split('/')
        .Select(part => !part.StartsWith('{') ? part : part.EndsWith(":int}", StringComparison.Ordinal) ? "999999999" : Guid.NewGuid().ToString()));
}
