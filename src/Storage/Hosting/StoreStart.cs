using Microsoft.Extensions.Hosting;
using PartyRealtime.Storage.Commits;
using PartyRealtime.Storage.Schema;

namespace PartyRealtime.Storage.Hosting;

/// <summary>
/// Starts the store before any other hosted part: migrates, establishes the epoch, takes over the time of day, starts the
/// writer. Programs that have no host call <see cref="Start"/> and <see cref="Stop"/> themselves; both may be called more than once.
/// </summary>
public sealed class StoreStart : IHostedLifecycleService
{
    private readonly StoreOptions options;
    private readonly ISchemaMigrator migrator;
    private readonly IWriterLoop writer;
    private readonly Retention retention;
    private readonly StoreClockWatch? watch;
    private readonly Lazy<Task> started;
    private readonly Lazy<Task> stopped;

    /// <param name="watch">Null where the database has no clock of its own.</param>
    internal StoreStart(StoreOptions options, ISchemaMigrator migrator, IWriterLoop writer, Retention retention, StoreClockWatch? watch)
    {
        this.options = options;
        this.migrator = migrator;
        this.writer = writer;
        started = new Lazy<Task>(() => Task.Run(Run));
        this.retention = retention;
        this.watch = watch;
        stopped = new Lazy<Task>(() => started.IsValueCreated ? Task.Run(End) : Task.CompletedTask);
    }

    /// <summary>Completes when commits and reads are possible.</summary>
    /// <exception cref="SchemaTooNewException">The database was migrated by a newer program.</exception>
    public Task Start() => started.Value;

    /// <summary>Writes what is queued and stops the writer; later commits are answered Unavailable.</summary>
    public Task Stop() => stopped.Value;

    Task IHostedLifecycleService.StartingAsync(CancellationToken cancellationToken) => Start();

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Start();

    Task IHostedLifecycleService.StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedService.StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>After every other part has stopped: grains still write while they are deactivated.</summary>
    Task IHostedLifecycleService.StoppedAsync(CancellationToken cancellationToken) => Stop();

    private async Task Run()
    {
        Directory.CreateDirectory(options.DataDirectory);
        migrator.Migrate();
        if (watch is not null)
            await watch.Start();
        writer.Start();
        retention.Start();
    }

    private async Task End()
    {
        if (watch is not null)
            await watch.Stop();
        await retention.Stop();
        await writer.Stop();
    }
}
