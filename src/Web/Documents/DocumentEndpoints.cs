using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Storage.Documents;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Policy;
using PartyRealtime.Web.Refusals;
using PartyRealtime.Web.Requests;

namespace PartyRealtime.Web.Documents;

/// <summary>The outgoing document over HTTP: each write is one act of the document's grain.</summary>
internal static class DocumentEndpoints
{
    /// <summary>A body of 500,000 characters in UTF-8 with its wrapping; larger requests are cut off while they are read.</summary>
    private const long RequestBytesMax = 4 * 1024 * 1024;

    public static void MapDocuments(this IEndpointRouteBuilder app)
    {
        var documents = app.MapGroup("/api/documents").WithTags("Documents").WithMetadata(new RequestSize(RequestBytesMax));
        documents.MapPost("/", Compose).RequireAct(Act.ComposeDocument);
        documents.MapPut("/{id:guid}", Revise).RequireAct(Act.ComposeDocument);
        documents.MapGet("/{id:guid}", Read).RequireAct(Act.ReadDocument);
        VersionEndpoints.Map(documents);
        ThreadEndpoints.Map(documents);
        PaperEndpoints.Map(documents);
        MapReview(documents);
        MapRegistry(documents);
        MapAfterIssue(documents);
        app.MapGet("/api/document-types", Types).WithTags("Documents").RequireAct(Act.ReadDocument);
        app.MapGet("/api/reviewers", Reviewers).WithTags("Documents").RequireAct(Act.ReadDocument);
    }

    private static void MapReview(RouteGroupBuilder documents)
    {
        documents.MapPost("/{id:guid}/submit", (Guid id, SubmitBody body, Caller caller, IGrainFactory grains) =>
            Run(grains, caller.Command, id, new SubmitDocument(body.To))).RequireAct(Act.ComposeDocument);
        documents.MapPost("/{id:guid}/participants", (Guid id, InviteBody body, Caller caller, IGrainFactory grains) =>
            Run(grains, caller.Command, id, new InviteToDraft(body.Seat, body.Right, body.ExpectedPosition))).RequireAct(Act.ComposeDocument);
        documents.MapPost("/{id:guid}/comment", (Guid id, TextBody body, Caller caller, IGrainFactory grains) =>
            Run(grains, caller.Command, id, new CommentDocument(Nfc.Of(body.Text) ?? ""))).RequireAct(Act.ReviewDocument);
        documents.MapPost("/{id:guid}/return", (Guid id, ReasonBody body, Caller caller, IGrainFactory grains) =>
            Run(grains, caller.Command, id, new ReturnDraft(Nfc.Of(body.Reason) ?? ""))).RequireAct(Act.ReviewDocument);
        documents.MapPost("/{id:guid}/clear", (Guid id, ClearBody? body, Caller caller, IGrainFactory grains) =>
            Run(grains, caller.Command, id, new ClearDocument(body?.BodyHash, body?.BodyVersion))).RequireAct(Act.ReviewDocument);
        documents.MapPost("/{id:guid}/sign", Signing.Sign).RequireAct(Act.SignDocument);
        documents.MapPost("/{id:guid}/refuse-sign", (Guid id, ReasonBody body, Caller caller, IGrainFactory grains) =>
            Run(grains, caller.Command, id, new RefuseSignature(Nfc.Of(body.Reason) ?? ""))).RequireAct(Act.SignDocument);
    }

    private static void MapRegistry(RouteGroupBuilder documents)
    {
        documents.MapPost("/{id:guid}/number", (Guid id, NumberBody? body, Caller caller, IGrainFactory grains) =>
            Run(grains, caller.Command, id, new AssignNumber(body?.Pages, body?.Copies))).RequireAct(Act.NumberDocument);
        documents.MapPost("/{id:guid}/void", (Guid id, VoidBody body, Caller caller, IGrainFactory grains) =>
            Run(grains, caller.Command, id, new VoidNumber(Nfc.Of(body.Reason) ?? "", body.BodyStays))).RequireAct(Act.NumberDocument);
        documents.MapPost("/{id:guid}/seal", (Guid id, Caller caller, IGrainFactory grains) =>
            Run(grains, caller.Command, id, new SealDocument())).RequireAct(Act.NumberDocument);
        documents.MapPost("/{id:guid}/issue", (Guid id, IssueBody body, Caller caller, IGrainFactory grains) =>
            Run(grains, caller.Command, id, new IssueDocument(body.Recipients ?? [], body.Except ?? [], body.ConfirmUnits)))
            .RequireAct(Act.IssueDocument);
    }

    private static void MapAfterIssue(RouteGroupBuilder documents)
    {
        documents.MapPost("/{id:guid}/replace", (Guid id, ReplaceBody body, Caller caller, IGrainFactory grains) =>
            Run(grains, caller.Command, id, new ReplaceDocument(new DocumentId(body.By)))).RequireAct(Act.LinkDocument);
        documents.MapPost("/{id:guid}/correct", (Guid id, CorrectBody body, Caller caller, IGrainFactory grains) =>
            Run(grains, caller.Command, id, new CorrectDocument(new DocumentId(body.Letter)))).RequireAct(Act.LinkDocument);
        documents.MapGet("/{id:guid}/successors", Successors).RequireAct(Act.ReadDocument);
        documents.MapPost("/{id:guid}/remind", (Guid id, RemindBody body, Caller caller, IGrainFactory grains) =>
            Run(grains, caller.Command, id, new RemindUnits(body.Units ?? []))).RequireAct(Act.RemindUnits);
        documents.MapPost("/{id:guid}/recall", (Guid id, ReasonBody body, Caller caller, IGrainFactory grains) =>
            Run(grains, caller.Command, id, new RecallDocument(Nfc.Of(body.Reason) ?? ""))).RequireAct(Act.RecallDocument);
    }

    /// <summary>One act on the document's grain, as an answer.</summary>
    internal static async Task<IResult> Run(IGrainFactory grains, CommandContext context, Guid document, DocumentRequest request) =>
        (await grains.GetGrain<IDocumentGrain>(document).Act(context, request)).ToResult();

    private static Task<IResult> Compose(DraftBody body, Caller caller, IGrainFactory grains)
    {
        var seat = WritingSeat(caller.Actor);
        return seat is null
            ? Task.FromResult(new Refusal(RefusalCode.NotYourRole).ToResult())
            : Run(grains, caller.Command, DocumentId.Of(caller.Command.Key).Value, new ComposeDocument(seat.Value, body.ToDraft(), body.Together));
    }

    private static Task<IResult> Revise(Guid id, DraftBody body, Caller caller, IGrainFactory grains) =>
        Run(grains, caller.Command, id, new ReviseDocument(body.ToDraft(), body.ExpectedPosition));

    private static async Task<IResult> Successors(Guid id, Caller caller, IDocumentViews views, CancellationToken cancellation) =>
        await views.Successors(caller.Actor, new DocumentId(id), cancellation) is { } list
            ? Results.Ok(list)
            : new Refusal(RefusalCode.NotInScope).ToResult();

    private static async Task<IResult> Read(
        Guid id, Caller caller, IDocumentViews views, IOrganisationMap organisation, CancellationToken cancellation) =>
        await views.Document(caller.Actor, new DocumentId(id), cancellation) is { } view
            ? Results.Ok(view.Issue is null ? view : view with { SentTo = DocumentPaper.RecipientsOf(view, organisation.Current) })
            : new Refusal(RefusalCode.NotInScope).ToResult();

    /// <summary>The types with a word on whether the person's body may issue them, in the order of the authority table.</summary>
    private static IResult Types(Caller caller, IOrganisation organisation)
    {
        var unit = Ladder(caller.Actor, organisation) is [.., var body] ? body : null;
        return Results.Ok(AuthorityTable.Types.Select(type => new DocumentTypeView(
            type.Code, type.Name, type.NameEn, unit is not null && AuthorityTable.MayIssue(unit.Kind, type), type.Row)));
    }

    /// <summary>
    /// The leaders whom the person may ask to review, the head of the body first: of the unit that the person writes in and
    /// of each above it, up to the body.
    /// </summary>
    private static async Task<IResult> Reviewers(
        Caller caller, IOrganisation organisation, IOfficialReads officials, TimeProvider time, CancellationToken cancellation)
    {
        var ladder = Ladder(caller.Actor, organisation);
        var posts = ladder.Reverse()
            .SelectMany(unit => unit.Posts.Where(post => post.Role == SeatRole.Leader).Select(post => (Unit: unit, Post: post)))
            .ToList();
        var holders = await officials.Holders([.. posts.Select(pair => pair.Post.Seat)], OfficeDay.Today(time), cancellation);
        return Results.Ok(posts.Select((pair, place) => new ReviewerView(
            pair.Post.Seat,
            string.Join(", ", holders[pair.Post.Seat].Select(person => person.Name)),
            pair.Post.Title,
            pair.Unit.Name,
            Head: place == 0)));
    }

    /// <summary>From the unit that the person writes in up to the body; empty for who writes nothing.</summary>
    private static IReadOnlyList<UnitFacts> Ladder(Actor actor, IOrganisation organisation) =>
        WritingSeat(actor) is { } seat && actor.Seats.First(held => held.Seat == seat).Unit is { } unit ? organisation.Ladder(unit) : [];

    /// <summary>The seat a person writes from: the chosen one where it may write, else the first that may.</summary>
    private static SeatId? WritingSeat(Actor actor)
    {
        var seats = actor.Seats
            .Where(seat => seat.Role is SeatRole.Clerk or SeatRole.Leader or SeatRole.Specialist && seat.Unit is not null)
            .ToList();
        return seats.FirstOrDefault(seat => seat.Seat == actor.ActingSeat)?.Seat ?? seats.FirstOrDefault()?.Seat;
    }
}
