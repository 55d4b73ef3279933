using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Web.Policy;
using PartyRealtime.WireTests.Nodes;

namespace PartyRealtime.WireTests.Policy;

/// <summary>Generated over every endpoint of the running program: what its act asks for is asked for.</summary>
public sealed class EndpointTests(SharedNode shared)
{
    private readonly RunningNode _node = shared.Node;

    [Fact]
    public void An_endpoint_without_an_act_stops_the_start()
    {
        var app = WebApplication.CreateBuilder().Build();
        app.MapGet("/declared", () => "").RequireAct(Act.ReadPublic);
        app.AssertEveryEndpointHasAnAct();
        app.MapGet("/undeclared", () => "");
        var refused = Assert.Throws<InvalidOperationException>(app.AssertEveryEndpointHasAnAct);
        Assert.Contains("/undeclared", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_session_every_endpoint_that_needs_one_answers_the_same()
    {
        using var browser = _node.NewBrowser();
        var asked = 0;
        foreach (var (endpoint, rule) in Endpoints().Where(pair => pair.Rule.NeedsSession))
        {
            using var answer = await browser.Send(Method(endpoint), Path(endpoint), Body(endpoint), Guid.NewGuid());
            await answer.IsRefused(HttpStatusCode.Unauthorized, "signInRequired");
            asked++;
        }

        Assert.InRange(asked, 20, 500);
    }

    [Fact]
    public async Task Without_an_origin_every_write_is_refused()
    {
        using var browser = await _node.SignedIn("clerk.24");
        browser.Origin = null;
        foreach (var (endpoint, _) in Endpoints().Where(pair => Method(pair.Endpoint) != HttpMethod.Get))
        {
            using var answer = await browser.Send(Method(endpoint), Path(endpoint), Body(endpoint), Guid.NewGuid());
            await answer.IsRefused(HttpStatusCode.Forbidden, "originRefused");
        }
    }

    [Fact]
    public async Task Every_command_needs_an_id()
    {
        using var browser = await _node.SignedIn("clerk.24");
        foreach (var (endpoint, rule) in Endpoints().Where(pair => pair.Rule.IsCommand && pair.Rule.Allows(Clerk)))
        {
            using var answer = await browser.Send(Method(endpoint), Path(endpoint), Body(endpoint));
            await answer.IsRefused(HttpStatusCode.BadRequest, "commandIdMissing");
        }
    }

    [Theory]
    [InlineData("operator", SeatRole.Operator)]
    [InlineData("clerk.24", SeatRole.Clerk)]
    [InlineData("leader.24", SeatRole.Leader)]
    [InlineData("specialist.24", SeatRole.Specialist)]
    [InlineData("admin.24", SeatRole.UnitAdmin)]
    public async Task A_role_reaches_just_the_endpoints_of_its_acts(string signIn, SeatRole role)
    {
        using var browser = await _node.SignedIn(signIn);
        var me = Holding(role);
        foreach (var (endpoint, rule) in Endpoints().Where(pair => pair.Rule.NeedsSession && pair.Rule.Act is not (Act.EndOwnSession or Act.Listen)))
        {
            using var answer = await browser.Send(Method(endpoint), Path(endpoint), Body(endpoint), Guid.NewGuid());
            var code = answer.StatusCode == HttpStatusCode.Forbidden ? await CodeOf(answer) : "";
            if (rule.Allows(me))
                Assert.NotEqual("notYourRole", code);
            else
                Assert.Equal((endpoint.DisplayName, "notYourRole"), (endpoint.DisplayName, code));
            Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        }
    }

    private static Actor Clerk => Holding(SeatRole.Clerk);

    private IEnumerable<(RouteEndpoint Endpoint, ActRule Rule)> Endpoints() => _node.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is { HttpMethods.Count: 1 })
        .Select(endpoint => (endpoint, endpoint.Metadata.GetMetadata<ActMetadata>()!.Rule));

    private static Actor Holding(SeatRole role) => new(
        new OfficialId(1),
        "",
        [
            new HeldSeat(new SeatId(1), SeatKind.Post, role, new UnitId(1), ""),
            new HeldSeat(new SeatId(2), SeatKind.Person, SeatRole.Person, null, ""),
        ],
        null,
        default);

    private static HttpMethod Method(RouteEndpoint endpoint) =>
        new(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]);

    private static object? Body(RouteEndpoint endpoint) => Method(endpoint) == HttpMethod.Get ? null : new { };

    /// <summary>The route with a value for each of its parameters; ids that exist nowhere.</summary>
    private static string Path(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart { Name: "hash" } => new string('a', 64),
            RoutePatternParameterPart { Name: "tile" or "tileCode" } => "11",
            RoutePatternParameterPart { Name: "seat" or "official" } => "999999999",
            _ => "11111111-2222-4333-8444-555555555555",
        }))));

    private static async Task<string?> CodeOf(HttpResponseMessage answer) =>
        System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString();
}
