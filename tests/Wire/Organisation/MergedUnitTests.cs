using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.WireTests.Nodes;

namespace PartyRealtime.WireTests.Organisation;

/// <summary>Two communes were merged into a third: what became of them.</summary>
public sealed class MergedUnitTests(SharedNode shared)
{
    private readonly RunningNode _node = shared.Node;

    [Fact]
    public async Task Their_registers_are_read_by_the_successor_and_by_nobody_else()
    {
        var map = _node.Services.GetRequiredService<IOrganisationMap>().Current;
        var merged = map.Unit("90001")!;
        var successor = map.Unit(merged.Successor!.Value)!;
        var page = $"/api/registers/incoming?unit={merged.Id.Value.ToString(CultureInfo.InvariantCulture)}&year=2025";

        using var heir = await _node.SignedIn($"clerk.{successor.Code}");
        Assert.Equal(0, (await heir.GetJson(page)).GetProperty("total").GetInt32());
        using var stranger = await _node.SignedIn("clerk.11");
        using var answer = await stranger.Get(page);
        await answer.IsRefused(HttpStatusCode.NotFound, "notInScope");
    }

    [Fact]
    public async Task They_have_no_accounts()
    {
        using var browser = _node.NewBrowser();
        using var answer = await browser.SignIn("clerk.90001", _node.DemoPassword);
        await answer.IsRefused(HttpStatusCode.Unauthorized, "signInFailed");
    }
}
