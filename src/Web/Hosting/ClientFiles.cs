using Microsoft.AspNetCore.StaticFiles;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Web.Policy;

namespace PartyRealtime.Web.Hosting;

/// <summary>Serves the built client.</summary>
internal static class ClientFiles
{
    private const string Page = "index.html";

    /// <summary>The client's files. Those under assets carry a hash in their name and never change.</summary>
    public static void UseClientFiles(this WebApplication app)
    {
        if (!Directory.Exists(app.Environment.WebRootPath))
            return;
        // No file is an API's: its calls do not look for one on the disk.
        app.UseWhen(http => !http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal), files =>
        {
            // The bare address: a catch-all with a constraint does not match the empty path.
            files.UseDefaultFiles();
            files.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = Prepare });
        });
    }

    /// <summary>The client's page for every path that is not an API's: paths of screens are the client's business.</summary>
    public static void MapClientPage(this WebApplication app)
    {
        if (File.Exists(Path.Combine(app.Environment.WebRootPath ?? "", Page)))
        {
            app.MapFallbackToFile("{*path:regex(^(?!api/|live|health/|openapi/|metrics).*$)}", Page, new StaticFileOptions { OnPrepareResponse = Prepare })
                .RequireAct(Act.ReadPublic);
        }
    }

    private static void Prepare(StaticFileResponseContext context)
    {
        var isHashed = context.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal);
        context.Context.Response.Headers.CacheControl = isHashed ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
