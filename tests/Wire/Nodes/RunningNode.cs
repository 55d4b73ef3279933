using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Storage.Organisation.Seeding;
using PartyRealtime.Web;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Hosting;

namespace PartyRealtime.WireTests.Nodes;

/// <summary>The real program in this process: a free loopback port, a data folder of its own, the smallest organisation.</summary>
public sealed class RunningNode : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly WebApplication _app;

    private RunningNode(DirectoryInfo folder, WebApplication app)
    {
        _folder = folder;
        _app = app;
    }

    public Uri Url { get; private set; } = new("http://127.0.0.1");

    /// <summary>Empty where demo accounts do not work.</summary>
    public string DemoPassword { get; private set; } = "";

    public IServiceProvider Services => _app.Services;

    /// <param name="change">Changes how it runs.</param>
    /// <param name="rewire">Changes the wiring last.</param>
    public static async Task<RunningNode> Start(Func<NodeSettings, NodeSettings>? change = null, Action<IServiceCollection>? rewire = null)
    {
        var folder = Directory.CreateTempSubdirectory("partyrealtime-wire-");
        var settings = new NodeSettings { DataDirectory = folder.FullName, Port = 0, OperationsPort = null, Seed = OrganisationSize.S1 };
        var node = new RunningNode(folder, WebNode.Build(change?.Invoke(settings) ?? settings, rewire));
        await node._app.StartAsync();
        node.Url = new Uri(node.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        node.DemoPassword = await node.Services.GetRequiredService<DemoPassword>().Ensure(CancellationToken.None) ?? "";
        return node;
    }

    /// <summary>A browser that nobody has signed in with.</summary>
    public Browser NewBrowser() => new(Url);

    /// <summary>A browser in which this demo account has signed in.</summary>
    public async Task<Browser> SignedIn(string signIn)
    {
        var browser = NewBrowser();
        using var answer = await browser.SignIn(signIn, DemoPassword);
        answer.EnsureSuccessStatusCode();
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
