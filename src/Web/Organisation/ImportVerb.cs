using System.Text;
using PartyRealtime.Silo.Hosting;
using PartyRealtime.Storage.Organisation.Importing;
using PartyRealtime.Storage.Organisation.Loading;
using PartyRealtime.Web.Hosting;

namespace PartyRealtime.Web.Organisation;

/// <summary>
/// <c>import --units FILE [--officials FILE] [--dry-run]</c>: adds units and officials from CSV files. A faulty line anywhere
/// means that nothing is loaded; each is printed with its file and number.
/// </summary>
internal static class ImportVerb
{
    /// <summary>Refuses bytes that are no UTF-8 instead of loading question marks.</summary>
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Func<Task<int>> Prepare(CommandLine line, NodeSettings settings)
    {
        var units = line.Needed("--units", "the CSV file of units");
        var officials = line.Value("--officials");
        var isDryRun = line.Has("--dry-run");
        foreach (var path in new[] { units, officials })
        {
            if (path is { Length: > 0 } && !File.Exists(path))
                line.Refuse($"{path} is no file.");
        }

        return () => Run(settings, units, officials, isDryRun);
    }

    private static async Task<int> Run(NodeSettings settings, string unitsPath, string? officialsPath, bool isDryRun)
    {
        try
        {
            var units = await File.ReadAllTextAsync(unitsPath, Utf8);
            var officials = officialsPath is null ? null : await File.ReadAllTextAsync(officialsPath, Utf8);
            await using var store = await OfflineStore.Open(settings);
            var result = await store.Service<OrganisationImport>().Run(units, officials, isDryRun);
            return await Report(result, isDryRun);
        }
        catch (DecoderFallbackException)
        {
            await Console.Error.WriteLineAsync("The files must be UTF-8. Nothing was loaded.");
        }
        catch (BulkLoadException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
        }

        return 1;
    }

    private static async Task<int> Report(ImportResult result, bool isDryRun)
    {
        foreach (var fault in result.Faults)
            await Console.Error.WriteLineAsync($"{fault.File} line {fault.Line}: {fault.What}");
        if (!result.Faults.IsEmpty)
        {
            await Console.Error.WriteLineAsync($"{result.Faults.Length} faults. Nothing was loaded.");
            return 1;
        }

        await Console.Out.WriteLineAsync(isDryRun
            ? $"{result.Units} units and {result.Officials} officials could be loaded."
            : $"{result.Units} units and {result.Officials} officials loaded.");
        return 0;
    }
}
