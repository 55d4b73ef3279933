using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Storage.Drafting;
using PartyRealtime.Yjs;
using PartyRealtime.Yjs.Limits;
using PartyRealtime.Yjs.Reading;
using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.Grains.Drafting;

/// <summary>
/// A draft in memory, ahead of the tables: an update that is taken is in it at once, before it is durable, so that the
/// next one is held against all that was taken before it. Nobody may be shown anything of it that is not durable; when
/// a commit fails, what is in memory is no draft any more, and is made anew from the tables.
/// </summary>
internal sealed class DraftText
{
    /// <summary>Updates between two snapshots; a load reads at most so many, unless nobody ever left the draft.</summary>
    public const int UpdatesPerSnapshot = 500;

    // Deeper than the limits of updates let a text become: what was taken can be submitted.
    private static readonly JsonSerializerOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = DraftRoot.JsonDepthMax };

    private readonly DocumentId id;
    private readonly DraftMetrics metrics;
    private readonly YDocument document = new();
    private readonly BoundClients clients = new();

    private DraftText(DocumentId id, DraftMetrics metrics) => (this.id, this.metrics) = (id, metrics);

    /// <summary>The last place of the log that was given out.</summary>
    public long Head { get; private set; }

    /// <summary>The place of the newest snapshot that was written or is to be written.</summary>
    public long SnapshotAt { get; private set; }

    /// <exception cref="InvalidOperationException">The log holds what was never taken.</exception>
    public static DraftText Of(DocumentId id, StoredDraft stored, DraftMetrics metrics)
    {
        var text = new DraftText(id, metrics) { Head = stored.Head, SnapshotAt = stored.Snapshot?.Seq ?? 0 };
        if (stored.Snapshot is { } snapshot)
            text.Load(snapshot.State, snapshot.Seq);
        foreach (var entry in stored.Tail)
        {
            if (entry.Kind == DraftEntryKind.Update)
                text.Load(entry.Bytes, entry.Seq);
        }

        foreach (var client in stored.Clients)
            text.clients.Bind(client.Client, client.Official);
        return text;
    }

    /// <summary>
    /// Takes an update, or says why not. New content is taken only of client ids that are the person's own; a new one
    /// becomes so with this very update, within the bounds of <see cref="BoundClients"/>. What the draft has already needs
    /// no right and no place in the log.
    /// </summary>
    public DraftTake Take(DraftUpdate update, bool mayWrite, DateTimeOffset now)
    {
        var prepared = document.Prepare(update.Bytes, DraftingRules.Limits, out var refusal);
        if (prepared is null)
            return DraftTake.Not(DraftingRules.AnswerTo(refusal!.Code, mayWrite), DraftingRules.WordOf(refusal.Code));
        // Somebody else wrote first under the sender's id: what the sender writes in the same places looks known, and is not.
        if (update.Client is { } own && prepared.Holds(own) && clients.IsForeign(own, update.By))
            return DraftTake.Not(DraftAnswer.Foreign, "another-persons-client");
        if (prepared.AddsNothing)
            return DraftTake.Known;
        if (!mayWrite)
            return DraftTake.Not(DraftAnswer.ReadOnly, "read-only");
        if (prepared.NewContent.Any(content => clients.IsForeign(content.Key, update.By)))
            return DraftTake.Not(DraftAnswer.Foreign, "another-persons-client");
        var newOnes = prepared.NewContent.Select(content => content.Key).Where(clients.IsNew).ToList();
        if (clients.Declined(update.By, newOnes.Count) is { } why)
            return DraftTake.Not(DraftAnswer.TooMany, why);
        foreach (var client in newOnes)
            clients.Bind(client, update.By);
        // Whoever was there, whoever comes later and a load must all read the same.
        var told = document.Commit(prepared) is { } otherwise ? new DraftUpdate(update.By, otherwise) : update;
        var rows = ImmutableArray.CreateBuilder<IRow>();
        rows.Add(new DraftEntryRow { Document = id, Seq = ++Head, Kind = DraftEntryKind.Update, By = update.By, At = now, Bytes = told.Bytes });
        rows.AddRange(newOnes.Select(client => new DraftClientRow { Document = id, Client = client, Official = update.By }));
        if (Head - SnapshotAt >= UpdatesPerSnapshot)
            rows.Add(Snapshot(now));
        return new DraftTake(DraftAnswer.Saved, Head, rows.DrainToImmutable(), told);
    }

    /// <summary>The draft as it stands now, to be written with or after the last place of its log.</summary>
    public DraftSnapshotRow Snapshot(DateTimeOffset now)
    {
        SnapshotAt = Head;
        var began = Stopwatch.GetTimestamp();
        var snapshot = new DraftSnapshotRow { Document = id, Seq = Head, At = now, State = document.EncodeState() };
        metrics.Snapshot(Stopwatch.GetElapsedTime(began));
        return snapshot;
    }

    /// <summary>What somebody with this state vector lacks.</summary>
    public DraftDiff Diff(IReadOnlyDictionary<long, long> known) =>
        new(document.EncodeDiff(known), document.EncodeStateVector(), Head);

    /// <summary>The draft as it stands now, rendered.</summary>
    public FrozenDraft Frozen()
    {
        var content = ProsemirrorJson.Render(document.Root(DraftingRules.Root, TypeKind.XmlFragment));
        return new FrozenDraft(Head, document.EncodeState(), content.ToJsonString(Canonical), PlainText.Of(content));
    }

    /// <summary>Who wrote what of it.</summary>
    public ImmutableArray<WrittenBlock> Authors() => Authorship.Of(document, clients.Owners);

    private void Load(byte[] update, long seq)
    {
        if (document.Apply(update, UpdateLimits.Stored) is { } refusal)
            throw new InvalidOperationException($"Place {seq} of the log cannot be read: {refusal.Code}.");
    }
}
