using System.Collections.Immutable;
using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Storage.Commits;

namespace PartyRealtime.Storage.Live;

/// <summary>
/// The commit writer with the push bus behind it: what a commit changed goes to the bus, from memory, once it is
/// durable and before it is acknowledged. A repetition of a command publishes nothing: its first time did, or the
/// poll of heads does.
/// </summary>
public sealed class PublishingWriter(ICommitWriter writer, IPushBus bus, TimeProvider time) : ICommitWriter
{
    public async Task<CommitResult> Write(Commit commit, CancellationToken cancellation = default)
    {
        var result = await writer.Write(commit, cancellation);
        if (result is CommitResult.Committed committed)
        {
            var envelope = new PushEnvelope(time.GetUtcNow(), WithSymbol(commit, committed), DocumentsTouched(commit));
            if (!envelope.IsEmpty)
                bus.Publish(envelope);
        }

        return result;
    }

    public Task<CommandStatus> Abandon(CommandKey key, CancellationToken cancellation = default) =>
        writer.Abandon(key, cancellation);

    /// <summary>
    /// A symbol is made by the commit that takes the number, so the decider could not put it into its own items.
    /// </summary>
    private static ImmutableArray<CommittedInboxChange> WithSymbol(Commit commit, CommitResult.Committed committed)
    {
        if (commit.Take is not { Target: RegisterTarget.Document } take || committed.Receipt.Symbol is not { } symbol)
            return committed.Inbox;
        return [.. committed.Inbox.Select(change => change.Item.DocumentId?.Stream == take.Stream
            ? change with { Item = change.Item with { Symbol = symbol } }
            : change)];
    }

    /// <summary>
    /// The documents that the commit wrote, or whose deliveries it wrote: their pages and boards may differ. A commit writes
    /// deliveries of one document, or a chunk of one document's fan-out, so the set is looked up in a short list.
    /// </summary>
    private static ImmutableArray<DocumentId> DocumentsTouched(Commit commit)
    {
        var documents = ImmutableArray<DocumentId>.Empty;
        foreach (var row in commit.Rows)
        {
            var touched = row switch
            {
                DeliveryRow delivery => delivery.Document,
                DocumentRow document => document.Id,
                _ => (DocumentId?)null,
            };
            if (touched is { } id && !documents.Contains(id))
                documents = documents.Add(id);
        }

        return documents;
    }
}
