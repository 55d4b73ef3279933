using Orleans.Concurrency;
using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Files;
using PartyRealtime.Contracts.Ids;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Contracts.Streams;
using PartyRealtime.Grains.Commits;

namespace PartyRealtime.Grains.Files;

/// <summary>Each upload is a stream of one fact, named by its command: uploads of one person do not wait for each other.</summary>
[GrainType("upload")]
[Reentrant]
internal sealed class UploadGrain(CommandRunner runner, TimeProvider time) : Grain, IUploadGrain
{
    public Task<Outcome<Receipt>> Record(CommandContext context, UploadedFile file) =>
        runner.Run(context, _ => Task.FromResult<Outcome<Commit>>(CommitOf(context, file)));

    private Commit CommitOf(CommandContext context, UploadedFile file) => new()
    {
        Claim = CommandRunner.Claim(context),
        By = context.Actor,
        ActingSeat = context.Actor.ActingSeat,
        Appends =
        [
            new StreamAppend(
                new StreamId(DerivedId.From("upload", context.Key.Official.Value, context.Key.Command.Value)),
                0,
                [FactJson.Of(new FileUploaded(file.Hash, file.SizeBytes, file.MediaType))]),
        ],
        Rows =
        [
            new UploadRow
            {
                Official = context.Actor.Official,
                Hash = file.Hash,
                Name = file.Name,
                SizeBytes = file.SizeBytes,
                MediaType = file.MediaType,
                At = time.GetUtcNow(),
            },
        ],
    };
}
