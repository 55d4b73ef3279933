using Microsoft.Extensions.Logging;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Grains.Commits;
using PartyRealtime.Grains.Jobs;
using PartyRealtime.Storage.Commits;
using PartyRealtime.Storage.Documents;
using PartyRealtime.Storage.Organisation;

namespace PartyRealtime.Grains.Documents;

/// <summary>
/// Ends recalls: a document whose last recipient has answered becomes recalled, at most <see cref="LookEvery"/> after
/// that answer. No answer writes the document's row, so that units do not wait for one another. Several nodes may look;
/// the position of the document lets one of them write.
/// </summary>
internal sealed partial class RecallEnds(
    IDocumentReads documents, IOrganisation organisation, ICommitWriter writer, TimeProvider time, ILogger<RecallEnds> logger)
    : PeriodicLook(LookEvery, time)
{
    private const int DocumentsAtOnceMax = 100;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    protected override async Task Look(CancellationToken cancellation)
    {
        foreach (var row in await documents.RecallsAnswered(DocumentsAtOnceMax, cancellation))
            await End(row, cancellation);
    }

    protected override void LookFailed(Exception failure) => LookFailed(logger, failure);

    private async Task End(DocumentRow row, CancellationToken cancellation)
    {
        if (organisation.Unit(row.Unit) is not { } unit)
            return;
        var answers = await documents.RecallAnswers(row.Id, cancellation);
        var (after, fact) = RecallRules.End(row, answers.Agreed, answers.Refused, Time.GetUtcNow());
        // A lost position means that another node has ended it.
        await writer.Write(
            SystemCommit.Of(row.Id.Stream, row.Position, row.Unit, fact, after, DocumentItems.Changes(row, after, unit)), cancellation);
    }

    [LoggerMessage(3201, LogLevel.Warning, "Looking for answered recalls failed; the next look tries again.")]
    private static partial void LookFailed(ILogger logger, Exception failure);
}
