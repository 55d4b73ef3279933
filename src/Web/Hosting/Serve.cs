using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using PartyRealtime.Silo.Hosting;
using PartyRealtime.Web.Auth;

namespace PartyRealtime.Web.Hosting;

/// <summary>Runs a node in the foreground until it is told to stop.</summary>
internal static class Serve
{
    /// <summary>When it can serve, prints its address and, last, the demo password where there is one.</summary>
    public static async Task<int> Run(NodeSettings settings)
    {
        await using var app = WebNode.Build(settings);
        await NodeStart.Start(app);
        var password = await app.Services.GetRequiredService<DemoPassword>().Ensure(CancellationToken.None);
        await Console.Out.WriteLineAsync(Address(app));
        if (password is not null)
            await Console.Out.WriteLineAsync($"demo password: {password}");
        return await app.Services.GetRequiredService<NodeEnd>().Wait(app);
    }

    private static string Address(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
}
