using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.StorageTests.Commits;

namespace PartyRealtime.StorageTests.Drafting;

/// <summary>Commits as a draft's log is written: rows that are written once, and no facts.</summary>
internal static class DraftLog
{
    public static DocumentId NewDraft() => new(Guid.NewGuid());

    public static DraftEntryRow Entry(DocumentId draft, long seq, params byte[] bytes) => new()
    {
        Document = draft,
        Seq = seq,
        Kind = DraftEntryKind.Update,
        By = Make.Me,
        At = Commits.Rows.Noon,
        Bytes = bytes,
    };

    public static DraftClientRow Client(DocumentId draft, long client, OfficialId? official = null) =>
        new() { Document = draft, Client = client, Official = official ?? Make.Me };

    public static DraftSnapshotRow Snapshot(DocumentId draft, long seq, params byte[] state) =>
        new() { Document = draft, Seq = seq, At = Commits.Rows.Noon, State = state };

    public static Commit Commit(params ImmutableArray<IRow> rows) => new() { By = Actor.System, Appends = [], Rows = rows };
}
