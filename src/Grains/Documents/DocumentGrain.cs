using System.Collections.Immutable;
using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Grains.Commits;
using PartyRealtime.Grains.Jobs;
using PartyRealtime.Storage.Documents;
using PartyRealtime.Storage.Drafting;
using PartyRealtime.Storage.Inbox;
using PartyRealtime.Storage.Organisation;

namespace PartyRealtime.Grains.Documents;

/// <summary>
/// One outgoing document. It orders the acts; the rules decide, the writer makes durable. The row is read for each
/// decision: acts on a document are minutes apart, and the tables are the truth.
/// </summary>
[GrainType("document")]
internal sealed class DocumentGrain(
    CommandRunner runner,
    IDocumentReads documents,
    IDocumentViews views,
    IDraftReads drafts,
    INoteReads people,
    IOrganisation organisation,
    JobSignal jobs,
    TimeProvider time)
    : Grain, IDocumentGrain
{
    public async Task<Outcome<Receipt>> Act(CommandContext context, DocumentRequest request)
    {
        var draft = new DraftClosing(GrainFactory.GetGrain<IDraftClosingGrain>(this.GetPrimaryKey()));
        var outcome = await runner.Run(context, reload => Decide(context, request, draft, reload));
        await draft.End(outcome);
        if (outcome.IsOk && request is IssueDocument or RecallDocument or RemindUnits)
            jobs.Ring();
        return outcome;
    }

    private async Task<Outcome<Commit>> Decide(CommandContext context, DocumentRequest request, DraftClosing draft, bool reload)
    {
        var id = new DocumentId(this.GetPrimaryKey());
        var row = await documents.Find(id);
        if (UnitOf(row, request, context.Actor) is not { } unit)
            return RefusalCode.NotInScope;
        var freezes = request is SubmitDocument && row is { Together: true } && DocumentRules.Barred(row, request, context.Actor) is null;
        var participants = row is { Together: true } ? await drafts.Participants(id) : [];
        var names = request is NameVersion && row is not null && NamingRules.Barred(row, participants, context.Actor) is null;
        var scene = new DocumentScene
        {
            Id = id,
            Actor = context.Actor,
            Command = context.Key,
            Now = time.GetUtcNow(),
            Unit = unit,
            Participants = participants,
            NamedSeat = request is InviteToDraft invite ? organisation.Seat(invite.Seat) : null,
            Frozen = freezes ? await draft.Freeze(anew: reload) : null,
            Present = names ? await draft.Present(await drafts.Head(id)) : null,
            NamedVersions = names ? await drafts.NamedVersions(id) : 0,
            Files = freezes ? await documents.Files(id, row!.BodyVersion) : [],
            NamedFiles = await NamedFiles(row, request, context.Actor),
            Ladder = organisation.Ladder(DeskOf(row, request) is { } seat && organisation.Seat(seat)?.Unit is { } written ? written : unit.Id),
            Named = await Named(request),
            Said = row is { Together: true } && request is ReviseDocument revise ? await drafts.Said(id, revise.ExpectedPosition) : 0,
            Remindable = request is RemindUnits remind && row is not null
                ? await documents.Remindable(id, time.GetUtcNow() - ReceiptTimes.RemindAfter(row.Urgency), remind.Units)
                : 0,
            Recipients = request is IssueDocument issue ? organisation.Resolve(issue.Recipients, issue.Except, unit.Id) : null,
        };
        if (request is DiscussDraft discuss)
            scene = await WithThread(scene, discuss);
        var decision = DocumentRules.Decide(row, request, scene);
        if (decision.IsOk)
            draft.Decided(row, decision.Value, scene);
        return decision.IsOk ? DocumentCommits.Of(context, row, decision.Value, scene) : decision.Refusal;
    }

    /// <summary>With what a word about the draft is judged by.</summary>
    private async Task<DocumentScene> WithThread(DocumentScene scene, DiscussDraft request)
    {
        var thread = request switch
        {
            ReplyToThread reply => reply.Thread,
            SettleThread settle => settle.Thread,
            _ => (ThreadId?)null,
        };
        return scene with
        {
            MaySeeDrafting = await views.MaySeeDrafting(scene.Actor, scene.Id),
            Thread = thread is { } id ? await drafts.Thread(scene.Id, id) : null,
            Threads = request is OpenThread ? await drafts.Threads(scene.Id) : 0,
            Mentioned = await Mentioned(scene, request),
        };
    }

    /// <summary>The person seats of those whom a word names; they must be able to read it.</summary>
    private async Task<Outcome<ImmutableArray<SeatId>>> Mentioned(DocumentScene scene, DiscussDraft request)
    {
        var named = request switch
        {
            OpenThread open => open.Mentions,
            ReplyToThread reply => reply.Mentions,
            _ => [],
        };
        var seats = ImmutableArray.CreateBuilder<SeatId>();
        foreach (var official in named.Where(official => official != scene.Actor.Official).Distinct().Take(ThreadRules.MentionsMax))
        {
            if (await people.Find(official) is not { } person || !await views.MaySee(person.Person, scene.Id))
                return new Refusal(RefusalCode.AssigneeNotAllowed, "mentions");
            seats.Add(person.Seat);
        }

        return seats.DrainToImmutable();
    }

    private async Task<DocumentRow?> Named(DocumentRequest request) => request switch
    {
        ReplaceDocument replace => await documents.Find(replace.By),
        CorrectDocument correct => await documents.Find(correct.Letter),
        _ => null,
    };

    /// <summary>The issuing body: of a new document the one whose registers serve the unit it is written in.</summary>
    private UnitFacts? UnitOf(DocumentRow? row, DocumentRequest request, Actor actor)
    {
        if (row is not null)
            return organisation.Unit(row.Unit);
        if (request is not ComposeDocument compose || actor.Seats.FirstOrDefault(seat => seat.Seat == compose.Seat)?.Unit is not { } writing)
            return null;
        return organisation.Ladder(writing) is [.., var body] ? body : organisation.Unit(writing);
    }

    private static SeatId? DeskOf(DocumentRow? row, DocumentRequest request) =>
        row?.AuthorSeat ?? (request as ComposeDocument)?.Seat;

    /// <summary>The files a draft names: the person's own uploads, or what the document holds already.</summary>
    private async Task<Outcome<ImmutableArray<DocumentFileRow>>?> NamedFiles(DocumentRow? row, DocumentRequest request, Actor actor)
    {
        var draft = request switch
        {
            ComposeDocument compose => compose.Draft,
            ReviseDocument revise => revise.Draft,
            _ => null,
        };
        if (draft is null)
            return null;
        var held = row is null ? [] : await documents.Files(row.Id, row.BodyVersion);
        var uploads = await documents.Uploads(actor.Official, [.. draft.Files.Select(file => file.Hash)]);
        return FileRules.Resolve(draft.Files, held, uploads, this.GetPrimaryKey());
    }
}
