using Microsoft.Extensions.Hosting;
using PartyRealtime.Storage.Commits;
using PartyRealtime.Storage.Schema;

namespace PartyRealtime.Storage.Hosting;

/// <summary>
/// Starts the store before any other hosted part: migrates, establishes the epoch, starts the writer. Programs that
/// have no host call <see cref="Start"/> and <see cref="Stop"/> themselves; both may be called more than once.
/// </summary>
public sealed class StoreStart : IHostedLifecycleService
{
    private readonly StoreOptions options;
    private readonly ISchemaMigrator migrator;
    private readonly IWriterLoop writer;
    private readonly Retention retention;
    private readonly Lazy<Task> started;
    private readonly Lazy<Task> stopped;

    internal StoreStart(StoreOptions options, ISchemaMigrator migrator, IWriterLoop writer, Retention retention)
    {
        this.options = options;
        this.migrator = migrator;
        this.writer = writer;
        started = new Lazy<Task>(() => Task.Run(Run));
        this.retention = retention;
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

    private void Run()
    {
        Directory.CreateDirectory(options.DataDirectory);
        migrator.Migrate();
        writer.Start();
        retention.Start();
    }

    private async Task End()
    {
        await retention.Stop();
        await writer.Stop();
    }
}
