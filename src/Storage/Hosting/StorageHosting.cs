using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Storage.Commands;
using PartyRealtime.Storage.Commits;
using PartyRealtime.Storage.Commits.Intake;
using PartyRealtime.Storage.Commits.PostgreSql;
using PartyRealtime.Storage.Commits.Sqlite;
using PartyRealtime.Storage.Live;
using PartyRealtime.Storage.Reading;
using PartyRealtime.Storage.Schema;

namespace PartyRealtime.Storage.Hosting;

/// <summary>The one entry through which a process gets the store.</summary>
public static class StorageHosting
{
    /// <summary>
    /// Adds <see cref="IReadStore"/>, <see cref="ICommitWriter"/>, <see cref="ICommandReads"/>,
    /// <see cref="StoreEpoch"/> and <see cref="StoreStart"/>, on PostgreSQL when a connection string is given, else on
    /// the SQLite file in the data directory. The store starts with the host, before every other hosted part. Where
    /// the process has an <see cref="IPushBus"/>, the writer publishes to it what it has committed. Where nobody has put
    /// a <see cref="TimeProvider"/> in, the time of day is the database's: <see cref="StoreClock"/>.
    /// </summary>
    public static IServiceCollection AddPartyRealtimeStorage(this IServiceCollection services, StoreOptions options)
    {
        DapperTypes.Register();
        services.AddLogging();
        services.TryAddSingleton(provider => provider.GetService<StoreClock>() ?? TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<StoreEpoch>();
        services.AddSingleton<EpochKeeper>();
        services.AddSingleton<CommitMetrics>();
        services.AddSingleton<CommitQueue>();
        services.AddSingleton<Retention>();
        services.AddReadPorts();
        services.AddSingleton<ICommandReads, CommandReads>();
        services.AddSingleton<StoreProbe>();
        services.AddSingleton(provider => new StoreStart(
            options, provider.GetRequiredService<ISchemaMigrator>(), provider.GetRequiredService<IWriterLoop>(),
            provider.GetRequiredService<Retention>(), provider.GetService<StoreClockWatch>()));
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<StoreStart>());
        if (options.PostgreSql is null)
            AddSqlite(services);
        else
            AddPostgreSql(services);
        return services;
    }

    private static void AddSqlite(IServiceCollection services)
    {
        services.AddSingleton<SqliteFile>();
        services.AddSingleton<ISchemaMigrator, SqliteMigrator>();
        services.AddSingleton<IReadStore, SqliteReadStore>();
        AddWriter<SqliteCommitWriter>(services);
    }

    private static void AddPostgreSql(IServiceCollection services)
    {
        services.AddSingleton<PostgreSqlSources>();
        services.AddSingleton<PostgreSqlMigrator>();
        services.AddSingleton<ISchemaMigrator>(provider => provider.GetRequiredService<PostgreSqlMigrator>());
        services.AddSingleton<IReadStore, PostgreSqlReadStore>();
        services.AddSingleton(provider => StoreClockWatch.Begin(provider.GetRequiredService<PostgreSqlSources>()));
        services.AddSingleton<StoreClockWatch>();
        services.AddSingleton<WriterLog>();
        services.AddSingleton<WriterWatchdog>();
        services.AddSingleton<PostgreSqlWriteSession>();
        AddWriter<PostgreSqlCommitWriter>(services);
    }

    private static void AddWriter<TWriter>(IServiceCollection services)
        where TWriter : class, ICommitWriter, IWriterLoop
    {
        services.AddSingleton<TWriter>();
        services.AddSingleton<IWriterLoop>(provider => provider.GetRequiredService<TWriter>());
        services.AddSingleton<ICommitWriter>(provider =>
        {
            var writer = provider.GetRequiredService<TWriter>();
            return provider.GetService<IPushBus>() is { } bus
                ? new PublishingWriter(writer, bus, provider.GetRequiredService<TimeProvider>())
                : writer;
        });
    }
}
