using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Storage.Commits;
using PartyRealtime.Storage.Documents;
using PartyRealtime.Storage.Drafting;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Yjs.Updates;

namespace PartyRealtime.Grains.Drafting;

/// <summary>
/// One draft. It orders updates and passes on what has become durable; <see cref="DraftText"/> decides on them,
/// <see cref="DraftLog"/> makes them durable. When it is not sure that its memory is what the tables hold, it lets go
/// of it: everybody comes again and finds a draft that is read anew.
/// </summary>
[GrainType("drafting")]
[Reentrant]
[CollectionAgeLimit(Minutes = 2)]
internal sealed partial class DraftingGrain : Grain, IDraftingGrain, IDraftClosingGrain
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan FlightMax = TimeSpan.FromSeconds(5);

    /// <summary>Who froze the draft has either committed by then, or died.</summary>
    private static readonly TimeSpan FrozenMax = TimeSpan.FromSeconds(15);

    private readonly ICommitWriter writer;
    private readonly IDraftReads drafts;
    private readonly IDocumentReads documents;
    private readonly IDocumentViews views;
    private readonly IOrganisation organisation;
    private readonly TimeProvider time;
    private readonly DraftMetrics metrics;
    private readonly ILogger<DraftingGrain> logger;
    private readonly DraftRooms rooms;
    private readonly AdmittedPeople people;
    private Task<StoredDraft>? loading;
    private DraftText? text;
    private DraftLog? log;
    private IGrainTimer? frozen;
    private bool isLetGo;
    private bool isBroken;

    public DraftingGrain(
        ICommitWriter writer,
        IDraftReads drafts,
        IDocumentReads documents,
        IDocumentViews views,
        IOrganisation organisation,
        TimeProvider time,
        DraftMetrics metrics,
        ILogger<DraftingGrain> logger)
    {
        (this.writer, this.drafts, this.documents, this.views) = (writer, drafts, documents, views);
        (this.organisation, this.time, this.metrics, this.logger) = (organisation, time, metrics, logger);
        (rooms, people) = (new DraftRooms(time), new AdmittedPeople(time));
    }

    private DocumentId Id => new(this.GetPrimaryKey());

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        this.RegisterGrainTimer(Look, LookEvery, LookEvery);
        metrics.Opened(rooms);
        return Task.CompletedTask;
    }

    /// <summary>What is in flight becomes durable, and the next load is short.</summary>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (await IsSaved() && !isBroken && text!.Head > text.SnapshotAt)
            await writer.Write(new Commit { By = Actor.System, Appends = [], Rows = [text.Snapshot(time.GetUtcNow())] }, cancellationToken);
        await Task.WhenAny(rooms.Sending, Task.Delay(FlightMax, time, cancellationToken));
        metrics.Closed(rooms);
    }

    public async Task<Outcome<DraftAdmission>> Join(Actor actor, IDraftRoom room)
    {
        if (await Read(() => documents.Find(Id)) is not { } found)
            return RefusalCode.Unavailable;
        if (found.Value is not { Together: true } row)
            return RefusalCode.NotInScope;
        if (await Read(() => views.MaySeeDrafting(actor, Id)) is not { } maySee || await Read(() => drafts.Participants(Id)) is not { } participants)
            return RefusalCode.Unavailable;
        if (DraftScope.RightOf(row, participants.Value, actor, maySee.Value) is not { } right)
            return RefusalCode.NotInScope;
        if (await Loaded() is null)
            return RefusalCode.Unavailable;
        people.Admit(actor.Official, right);
        var unit = DraftingRules.UnitOf(row, participants.Value, actor) is { } id ? organisation.Unit(id)?.Name : null;
        return new DraftAdmission(right, actor.Name, unit ?? "", rooms.Heard(room, log!.Head + 1));
    }

    public Task<Outcome<ImmutableArray<IDraftRoom>>> Heard(IDraftRoom room) => Task.FromResult<Outcome<ImmutableArray<IDraftRoom>>>(
        log is not null && !isLetGo && rooms.Knows(room) ? rooms.Heard(room, log.Head + 1) : RefusalCode.NotInScope);

    public Task Leave(IDraftRoom room)
    {
        rooms.Leave(room);
        return Task.CompletedTask;
    }

    public async Task<Outcome<DraftDiff>> Diff(byte[] stateVector)
    {
        if (StateVectors.Decode(stateVector) is not { } known)
            return RefusalCode.Malformed;
        if (await Loaded() is not { } draft)
            return RefusalCode.Unavailable;
        // Made at once, so that it is of one moment; shown only when that moment is durable.
        var diff = draft.Diff(known);
        return await log!.Saved ? diff : RefusalCode.Unavailable;
    }

    public async Task<ImmutableArray<DraftAnswer>> Take(ImmutableArray<DraftUpdate> updates)
    {
        if (await Loaded() is not { } draft)
            return [.. updates.Select(_ => DraftAnswer.TryAgain)];
        var now = time.GetUtcNow();
        var answers = updates.Select(update => Take(draft, update, now)).ToList();
        log!.Send();
        // Also what was there already may have come a moment ago, and be in flight.
        var isSaved = await log.Saved;
        return [.. answers.Select(answer => answer == DraftAnswer.Saved && !isSaved ? DraftAnswer.TryAgain : answer)];
    }

    public async Task<Outcome<FrozenDraft>> Freeze()
    {
        if (await Loaded() is not { } draft)
            return RefusalCode.Unavailable;
        frozen ??= this.RegisterGrainTimer(Reopen, FrozenMax, Timeout.InfiniteTimeSpan);
        try
        {
            if (await IsSaved())
                return draft.Frozen();
        }
        catch
        {
            await Thaw();
            throw;
        }

        await Thaw();
        return RefusalCode.Unavailable;
    }

    public async Task<Outcome<FrozenDraft>> Present()
    {
        if (await Loaded() is not { } draft)
            return RefusalCode.Unavailable;
        // Made at once, so that it is of one moment; shown only when that moment is durable.
        var present = draft.Frozen();
        return await IsSaved() ? present : RefusalCode.Unavailable;
    }

    public async Task<Outcome<ImmutableArray<WrittenBlock>>> Authors(VersionKey? version)
    {
        if (version is { } key)
        {
            if (await Read(() => drafts.Version(Id, key)) is not { } found)
                return RefusalCode.Unavailable;
            return found.Value is { } stored ? Authorship.Of(stored) : RefusalCode.NotInScope;
        }

        if (await Loaded() is not { } draft)
            return RefusalCode.Unavailable;
        var authors = draft.Authors();
        return await log!.Saved ? authors : RefusalCode.Unavailable;
    }

    public Task Thaw()
    {
        frozen?.Dispose();
        frozen = null;
        return Task.CompletedTask;
    }

    public Task Reopen()
    {
        LetGo();
        return Task.CompletedTask;
    }

    public Task Discussed(long position)
    {
        rooms.Discussed(position);
        return Task.CompletedTask;
    }

    private DraftAnswer Take(DraftText draft, DraftUpdate update, DateTimeOffset now)
    {
        if (people.RightOf(update.By) is not { } right || log!.IsFull || isLetGo)
        {
            metrics.Declined("not-now");
            return DraftAnswer.TryAgain;
        }

        try
        {
            var isWriter = right == DraftRight.Write;
            var take = draft.Take(update, isWriter && frozen is null, now);
            if (take.Told is { } told)
                log.Add(take, told);
            if (take.Declined is { } why)
                metrics.Declined(why);
            return take.Answer == DraftAnswer.ReadOnly && isWriter ? DraftAnswer.TryAgain : take.Answer;
        }
        catch (Exception fault)
        {
            // What is in memory may be half changed; what was taken before is whole, and is still made durable.
            TakeFailed(logger, fault, Id.Value);
            isBroken = true;
            LetGo();
            return DraftAnswer.Refused;
        }
    }

    /// <summary>The draft, read at its first use; null when the tables cannot be read, or this memory is to be used no more.</summary>
    private async Task<DraftText?> Loaded()
    {
        if (text is null)
        {
            if (loading is null or { IsFaulted: true })
                loading = drafts.Load(Id);
            if (await Read(() => loading) is not { } stored)
                return null;

            // Another call may have been here first.
            text ??= DraftText.Of(Id, stored.Value, metrics);
            log ??= new DraftLog(writer, text.Head, OnSaved, OnDoubt);
        }

        return isLetGo ? null : text;
    }

    /// <summary>True when everything taken so far is durable, false when that cannot be known within 5 s.</summary>
    private async Task<bool> IsSaved()
    {
        if (log is null)
            return false;
        var saved = log.Saved;
        await Task.WhenAny(saved, Task.Delay(FlightMax, time));
        return saved.IsCompleted && await saved;
    }

    private void OnSaved(DraftBatch batch)
    {
        metrics.Saved(batch.Updates.Count);
        rooms.Relay(new DraftRelay(batch.First, [.. batch.Updates]));
    }

    private void OnDoubt(CommitResult? result)
    {
        metrics.Doubt();
        InDoubt(logger, Id.Value, result?.GetType().Name ?? "fault");
        LetGo();
    }

    private void LetGo()
    {
        if (isLetGo)
            return;
        isLetGo = true;
        rooms.Reopen();
        DeactivateOnIdle();
    }

    private Task Look(CancellationToken cancellation)
    {
        people.Prune();
        if (log is not null)
            rooms.Look(log.Head + 1);
        return Task.CompletedTask;
    }

    private static async Task<ReadValue<T>?> Read<T>(Func<Task<T>> read)
    {
        try
        {
            return new ReadValue<T>(await read());
        }
        catch (DbException away) when (away.IsTransient)
        {
            return null;
        }
    }

    [LoggerMessage(3401, LogLevel.Warning, "Draft {Draft} is read anew: its last commit ended with {Result}.")]
    private static partial void InDoubt(ILogger logger, Guid draft, string result);

    [LoggerMessage(3402, LogLevel.Error, "An update of draft {Draft} broke its document; the draft is read anew.")]
    private static partial void TakeFailed(ILogger logger, Exception fault, Guid draft);

    /// <summary>What was read; where nothing could be, there is none.</summary>
    private sealed record ReadValue<T>(T Value);
}
