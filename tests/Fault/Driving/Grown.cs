using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Storage.Hosting;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Storage.Organisation.Seeding;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.FaultTests.Driving;

/// <summary>
/// Stores with the demo organisation as a first start leaves it, without any password or session. It has the same rows in
/// every run, so it is grown once of each size and copied from then on: a copy belongs to its test alone.
/// </summary>
internal static class Grown
{
    private static readonly ConcurrentDictionary<OrganisationSize, Lazy<Task<string>>> Folders = new();
    private static readonly ConditionalWeakTable<PostgreSqlServer, Lazy<Task<string>>> Databases = [];

    static Grown() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var folder in Folders.Values.Where(folder => folder.Value.IsCompletedSuccessfully))
            Directory.Delete(folder.Value.Result, recursive: true);
    };

    /// <summary>A new data folder.</summary>
    public static async Task<string> Folder(OrganisationSize size)
    {
        var grown = await Folders.GetOrAdd(size, _ => new(() => GrowFolder(size))).Value;
        var copy = Directory.CreateTempSubdirectory("partyrealtime-fault-").FullName;
        // The copy of a file keeps who may read it.
        foreach (var file in Directory.GetFiles(grown))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        return copy;
    }

    /// <summary>A new database of the smallest size on this server; its name.</summary>
    public static async Task<string> Database(PostgreSqlServer server) =>
        await server.NewDatabase(like: await Databases.GetValue(server, _ => new(() => GrowDatabase(server))).Value);

    private static async Task<string> GrowFolder(OrganisationSize size)
    {
        var folder = Directory.CreateTempSubdirectory("partyrealtime-grown-").FullName;
        await Grow(new StoreOptions { DataDirectory = folder }, size);
        // With its last connection the file takes its log in.
        SqliteConnection.ClearAllPools();
        return folder;
    }

    private static async Task<string> GrowDatabase(PostgreSqlServer server)
    {
        var name = await server.NewDatabase();
        var folder = Directory.CreateTempSubdirectory("partyrealtime-grown-").FullName;
        await Grow(new StoreOptions { DataDirectory = folder, PostgreSql = server.TextFor(name) }, OrganisationSize.S1);
        Directory.Delete(folder, recursive: true);
        // What a database counts about its tables is not copied, and without that nobody would look at them for days.
        await server.Execute(name, "ANALYZE");
        return name;
    }

    private static async Task Grow(StoreOptions options, OrganisationSize size)
    {
        var services = new ServiceCollection();
        services.AddPartyRealtimeStorage(options);
        services.AddOrganisationStorage(seed: null);
        await using var provider = services.BuildServiceProvider();
        var store = provider.GetRequiredService<StoreStart>();
        await store.Start();
        await provider.GetRequiredService<OrganisationSeed>().Run(size);
        await store.Stop();
    }
}
