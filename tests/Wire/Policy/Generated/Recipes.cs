using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.WireTests.Policy.Generated;

/// <summary>One recipe for every endpoint: whoever adds an endpoint adds a line here.</summary>
internal static class Recipes
{
    private static readonly string TooLong = new('x', 2_001);

    public static IEnumerable<Recipe> All(Office office) =>
        [.. Public(), .. Own(office), .. Lists(office), .. Review(), .. Threads(), .. Registry(), .. Reads(), .. Deliveries(), .. Steps(), .. Staff(office)];

    private static IEnumerable<Recipe> Public() =>
    [
        Plain("GET /health/live"),
        Plain("GET /health/ready"),
        Plain("GET /openapi/{documentName}.json", "/openapi/v1.json"),
        Plain("POST /api/session") with { GrantedCode = "fieldMissing" },
        // Sockets: what opens a draft on them is a ticket.
        Plain("GET /api/drafting") with { GrantedCode = "malformed" },
        Plain("GET /api/drafting/{document:guid}", $"/api/drafting/{Guid.NewGuid()}") with { GrantedCode = "malformed" },
    ];

    private static IEnumerable<Recipe> Own(Office office) =>
    [
        Plain("GET /api/session"),
        Plain("GET /api/sessions"),
        Plain("DELETE /api/session") with { Changes = true },
        Plain("DELETE /api/sessions") with { Changes = true },
        Plain("PUT /api/preferences") with { GrantedCode = "fieldInvalid" },
        Plain("GET /api/operator/nodes"),
        // The office has one node, and it stays.
        Plain("POST /api/operator/nodes/{name}/drain") with
        {
            Ask = _ => new Call($"/api/operator/nodes/{Environment.MachineName}/drain", new { last = false }),
            GrantedCode = "lastReadyNode",
        },
        Plain("POST /api/operator/nodes/{name}/resume", $"/api/operator/nodes/{Environment.MachineName}/resume") with { GrantedCode = "notAllowedNow" },
        Plain("POST /live/negotiate", "/live/negotiate?negotiateVersion=1"),
        // Without a socket there is nothing behind the door, but the door asks first.
        Plain("POST /live") with { GrantedCode = Recipe.Anything },
        Plain("GET /api/inbox", "/api/inbox?box=notes"),
        Plain("GET /api/inbox/counters"),
        new()
        {
            Endpoint = "POST /api/inbox/catch-up",
            About = of => of.Items,
            Ask = thing => new Call("/api/inbox/catch-up", new { cursors = new[] { new { seat = thing.Item.Seat.Value, epoch = "x", position = 0 } } }),
            Model = (player, thing) => Model.Seat(player, thing with { Seat = thing.Item.Seat.Value }),
        },
        new() { Endpoint = "POST /api/inbox/read", About = of => of.Items, Ask = thing => ItemsCall("/api/inbox/read", thing), Model = Model.Item, ByShape = true, Changes = true },
        new() { Endpoint = "POST /api/inbox/done", About = of => of.Items, Ask = thing => ItemsCall("/api/inbox/done", thing), Model = Model.Item, ByShape = true, Changes = true },
        new()
        {
            Endpoint = "POST /api/notes",
            About = of => of.Documents,
            // The operator sees no document, so even who may write about it is told that this addressee may not read it.
            Ask = thing => new Call("/api/notes", new { to = office.Operator.Value, text = "Xem", documentId = thing.DocumentId }),
            Model = Model.Read,
            GrantedCode = "assigneeNotAllowed",
        },
        new() { Endpoint = "GET /api/commands/{id:guid}", About = of => Commands(of, 0), Ask = thing => new Call($"/api/commands/{thing.CommandId}"), Model = Model.Command },
        new() { Endpoint = "POST /api/commands/{id:guid}/abandon", About = of => Commands(of, 1), Ask = thing => new Call($"/api/commands/{thing.CommandId}/abandon"), Model = Model.Command },
        Plain("POST /api/files") with { GrantedCode = "fieldInvalid" },
        .. Uploads(),
        Plain("POST /api/drafting/import") with { GrantedCode = "fileTypeDiffers" },
        Plain("POST /api/documents") with
        {
            Ask = _ => new Call("/api/documents", new { type = "??" }),
            Model = Model.Compose(office.Organisation),
            GrantedCode = "fieldInvalid",
        },
    ];

    /// <summary>Asked without the version of the protocol, which is looked at first; whose they are is asked in UploadInPartsTests.</summary>
    private static IEnumerable<Recipe> Uploads() =>
    [
        Plain("POST /api/uploads") with { GrantedCode = "malformed" },
        Upload("GET", "") with { GrantedCode = "malformed" },
        Upload("PATCH", "") with { GrantedCode = "malformed" },
        Upload("DELETE", "") with { GrantedCode = "malformed" },
        Upload("POST", "/finish") with { GrantedCode = "notInScope" },
    ];

    private static Recipe Upload(string method, string act) => Plain($"{method} /api/uploads/{{id:guid}}{act}", $"/api/uploads/{Guid.NewGuid()}{act}");

    private static IEnumerable<Recipe> Lists(Office office) =>
    [
        Plain("GET /api/officials/search", "/api/officials/search?q=an"),
        Plain("GET /api/recipients/tree"),
        Plain("GET /api/recipients/search", "/api/recipients/search?q=an"),
        Plain("POST /api/recipients/preview"),
        Plain("GET /api/document-types"),
        Plain("GET /api/reviewers"),
        Plain("GET /api/search", $"/api/search?q={Uri.EscapeDataString(Papers.CommonWords)}&take=100") with
        {
            Look = (player, _, answer) => Looks.Search(office, player, answer),
        },
        Register("incoming"),
        Register("outgoing"),
        Register("incoming/export"),
        Register("outgoing/export"),
    ];

    private static Recipe Register(string book) => new()
    {
        Endpoint = $"GET /api/registers/{book}",
        About = office => office.Organisation.Units
            .Where(unit => unit.Kind != UnitKind.SubUnit || unit.Code.StartsWith(Papers.IssuingUnit, StringComparison.Ordinal))
            .Where(unit => unit.Tile is "01" or "11" or "08" or "TW")
            .Select(unit => new Thing { Name = $"unit {unit.Code}", Unit = unit.Id.Value }),
        Ask = thing => new Call($"/api/registers/{book}?unit={thing.Unit}"),
        Model = Model.Register,
    };

    private static IEnumerable<Recipe> Review() =>
    [
        Act("PUT", "", DocumentAct.Revise, Papers.Draft("Sửa", 999_999), "changedMeanwhile"),
        Act("POST", "/submit", DocumentAct.Submit, new { to = 9_999_999 }, "assigneeNotAllowed"),
        Act("POST", "/participants", DocumentAct.Invite, new { seat = 9_999_999, right = "write" }, "assigneeNotAllowed"),
        Act("POST", "/comment", DocumentAct.Comment, new { text = "" }, "fieldMissing"),
        Act("POST", "/return", DocumentAct.ReturnDraft, new { reason = "" }, "fieldMissing"),
        Act("POST", "/clear", DocumentAct.Clear),
        Act("POST", "/sign", DocumentAct.Sign, new { password = "mật khẩu" }, "fieldInvalid"),
        Act("POST", "/refuse-sign", DocumentAct.RefuseSign, new { reason = "" }, "fieldMissing"),
    ];

    private static IEnumerable<Recipe> Threads() =>
    [
        OfDocument("GET /api/documents/{id:guid}/threads") with
        {
            Ask = thing => new Call($"/api/documents/{thing.DocumentId}/threads"),
            Model = Model.Versions,
        },
        Thread("", new { kind = "comment", start = "AAEC", end = "AAEC", quote = "x", text = "" }, "fieldMissing"),
        Thread("/{thread:guid}/replies", new { text = "" }, "fieldMissing"),
        Thread("/{thread:guid}/resolve", new { text = TooLong }, "fieldTooLong"),
        Thread("/{thread:guid}/reopen", new { text = TooLong }, "fieldTooLong"),
        Thread("/{thread:guid}/accept", new { text = TooLong }, "fieldTooLong"),
        Thread("/{thread:guid}/reject", new { text = TooLong }, "fieldTooLong"),
        Thread("/{thread:guid}/withdraw", new { text = TooLong }, "fieldTooLong"),
    ];

    /// <summary>What is said about a draft; no thread of it is really there.</summary>
    private static Recipe Thread(string act, object body, string code) => OfDocument($"POST /api/documents/{{id:guid}}/threads{act}") with
    {
        Ask = thing => new Call($"/api/documents/{thing.DocumentId}/threads{act.Replace("{thread:guid}", Guid.NewGuid().ToString(), StringComparison.Ordinal)}", body),
        Model = Model.Discuss,
        GrantedCode = code,
    };

    private static IEnumerable<Recipe> Registry() =>
    [
        Act("POST", "/number", DocumentAct.Number),
        Act("POST", "/void", DocumentAct.Void, new { reason = "", bodyStays = true }, "fieldMissing"),
        Act("POST", "/seal", DocumentAct.Seal),
        Act("POST", "/issue", DocumentAct.Issue, new { recipients = Array.Empty<string>() }, "noRecipients"),
        Act("POST", "/remind", DocumentAct.Remind, new { }, "nothingToRemind"),
        Act("POST", "/recall", DocumentAct.Recall, new { reason = "" }, "fieldMissing"),
        Act("POST", "/replace", DocumentAct.Replace, new { by = Guid.NewGuid() }, "fieldInvalid"),
        Act("POST", "/correct", DocumentAct.Correct, new { letter = Guid.NewGuid() }, "fieldInvalid"),
    ];

    /// <summary>Days that are past and reasons that are missing change nothing.</summary>
    private static IEnumerable<Recipe> Staff(Office office) =>
    [
        Plain("GET /api/staff") with { Look = (player, _, answer) => Looks.Staff(office, player, answer) },
        OfSeat(office, "give", new { official = office.Operator, from = "2020-01-01" }),
        OfSeat(office, "end", new { official = office.Operator, on = "2020-01-01" }),
        OfAccount(office, "disable"),
        OfAccount(office, "enable"),
        Plain("PUT /api/session/password") with { GrantedCode = "fieldMissing" },
    ];

    private static Recipe OfSeat(Office office, string act, object body) => new()
    {
        Endpoint = $"POST /api/staff/seats/{{seat:int}}/{act}",
        About = of => of.Seats,
        Ask = thing => new Call($"/api/staff/seats/{thing.Seat}/{act}", body),
        Model = (player, thing) => Model.ManageSeat(office.Organisation, player, thing),
        GrantedCode = "fieldInvalid",
    };

    private static Recipe OfAccount(Office office, string act) => new()
    {
        Endpoint = $"POST /api/staff/accounts/{{official:int}}/{act}",
        About = of => of.Accounts,
        Ask = thing => new Call($"/api/staff/accounts/{thing.Official}/{act}", new { reason = "" }),
        Model = (player, thing) => Model.SwitchAccount(office.Organisation, player, thing),
        GrantedCode = "fieldMissing",
    };

    private static IEnumerable<Recipe> Reads() =>
    [
        OfDocument("GET /api/documents/{id:guid}") with
        {
            Ask = thing => new Call($"/api/documents/{thing.DocumentId}"),
            Model = Model.Read,
            Look = Looks.Page,
        },
        OfDocument("GET /api/documents/{id:guid}/board") with
        {
            Ask = thing => new Call($"/api/documents/{thing.DocumentId}/board"),
            Model = Model.Board,
        },
        OfDocument("GET /api/documents/{id:guid}/board/units") with
        {
            Ask = thing => new Call($"/api/documents/{thing.DocumentId}/board/units"),
            Model = Model.Board,
        },
        OfDocument("GET /api/documents/{id:guid}/board/{tile}") with
        {
            Ask = thing => new Call($"/api/documents/{thing.DocumentId}/board/01"),
            Model = Model.Board,
        },
        OfDocument("POST /api/drafting/{document:guid}/tickets") with
        {
            Ask = thing => new Call($"/api/drafting/{thing.DocumentId}/tickets"),
            Model = Model.Versions,
        },
        OfDocument("GET /api/documents/{id:guid}/docx") with
        {
            Ask = thing => new Call($"/api/documents/{thing.DocumentId}/docx"),
            Model = Model.Read,
        },
        OfDocument("GET /api/documents/{id:guid}/versions") with
        {
            Ask = thing => new Call($"/api/documents/{thing.DocumentId}/versions"),
            Model = Model.Versions,
        },
        OfDocument("GET /api/documents/{id:guid}/versions/{version}") with
        {
            // Composing makes the first version of a body, submitting the next; an empty draft has none.
            Ask = thing => new Call($"/api/documents/{thing.DocumentId}/versions/2"),
            Model = (player, thing) => thing.Document!.State == DocumentState.Drafting ? Verdict.Missing : Model.Versions(player, thing),
        },
        OfDocument("POST /api/documents/{id:guid}/versions") with
        {
            Ask = thing => new Call($"/api/documents/{thing.DocumentId}/versions", new { name = "" }),
            Model = Model.NameVersion,
            GrantedCode = "fieldMissing",
        },
        OfDocument("GET /api/documents/{id:guid}/authors") with
        {
            Ask = thing => new Call($"/api/documents/{thing.DocumentId}/authors"),
            Model = Model.Versions,
        },
        OfDocument("GET /api/documents/{id:guid}/versions/{version}/authors") with
        {
            Ask = thing => new Call($"/api/documents/{thing.DocumentId}/versions/2/authors"),
            Model = (player, thing) => thing.Document!.State == DocumentState.Drafting ? Verdict.Missing : Model.Versions(player, thing),
        },
        OfDocument("GET /api/documents/{id:guid}/successors") with
        {
            Ask = thing => new Call($"/api/documents/{thing.DocumentId}/successors"),
            Model = Model.Successors,
        },
        OfDocument("GET /api/documents/{id:guid}/files/{hash}") with
        {
            // A file of another document is no file of this one, whoever may see both.
            About = office => office.Documents.Concat(office.Documents.Select(thing =>
                thing with { Name = $"{thing.Name}, file of another", Hash = office.Documents.First(other => other.Hash != thing.Hash).Hash, HasFile = false })),
            Ask = thing => new Call($"/api/documents/{thing.DocumentId}/files/{thing.Hash}"),
            Model = Model.File,
        },
    ];

    private static IEnumerable<Recipe> Deliveries() =>
    [
        Act("/open", DeliveryAct.Open),
        Act("/register", DeliveryAct.Register, new { presentTo = 9_999_999 }, "assigneeNotAllowed"),
        Act("/return", DeliveryAct.ReturnDelivery, new { reason = "" }, "fieldMissing"),
        // Nothing in the office is immediate.
        Act("/hand-over", DeliveryAct.HandOver, new { }, "notAllowedNow"),
        Act("/recall/agree", DeliveryAct.AgreeRecall),
        Act("/recall/refuse", DeliveryAct.RefuseRecall, new { reason = "" }, "fieldMissing"),
        Act("/assign", DeliveryAct.Assign, new { assignments = Array.Empty<object>() }, "fieldMissing"),
        new()
        {
            Endpoint = "GET /api/deliveries/{id:guid}/assignees",
            About = office => office.Deliveries,
            Ask = thing => new Call($"/api/deliveries/{thing.DeliveryId}/assignees"),
            Model = Model.Assignees,
        },
    ];

    private static IEnumerable<Recipe> Steps() =>
    [
        new()
        {
            Endpoint = "POST /api/deliveries/{id:guid}/steps/{step:guid}/open",
            About = office => office.Steps,
            Ask = thing => new Call($"/api/deliveries/{thing.DeliveryId}/steps/{thing.StepId}/open"),
            Model = Model.OpenStep,
            Changes = true,
        },
        new()
        {
            Endpoint = "POST /api/deliveries/{id:guid}/steps/{step:guid}/finish",
            About = office => office.Steps,
            Ask = thing => new Call($"/api/deliveries/{thing.DeliveryId}/steps/{thing.StepId}/finish", new { result = TooLong }),
            Model = Model.FinishStep,
            GrantedCode = "fieldTooLong",
        },
        new()
        {
            Endpoint = "POST /api/deliveries/{id:guid}/steps/{step:guid}/forward",
            About = office => office.Steps,
            Ask = thing => new Call($"/api/deliveries/{thing.DeliveryId}/steps/{thing.StepId}/forward", new { assignments = Array.Empty<object>() }),
            Model = Model.ForwardStep,
            GrantedCode = "fieldMissing",
        },
        new()
        {
            Endpoint = "POST /api/deliveries/{id:guid}/steps/{step:guid}/return",
            About = office => office.Steps,
            Ask = thing => new Call($"/api/deliveries/{thing.DeliveryId}/steps/{thing.StepId}/return", new { reason = "" }),
            Model = Model.ReturnStep,
            GrantedCode = "fieldMissing",
        },
        new()
        {
            Endpoint = "POST /api/deliveries/{id:guid}/steps/{step:guid}/recall",
            About = office => office.Steps,
            Ask = thing => new Call($"/api/deliveries/{thing.DeliveryId}/steps/{thing.StepId}/recall", new { reason = "" }),
            Model = Model.RecallStep,
            GrantedCode = "fieldMissing",
        },
    ];

    private static Recipe Plain(string endpoint, string? path = null) => new()
    {
        Endpoint = endpoint,
        Ask = _ => new Call(path ?? endpoint.Split(' ')[1]),
    };

    private static Recipe OfDocument(string endpoint) => new()
    {
        Endpoint = endpoint,
        About = office => office.Documents,
        Ask = _ => new Call(""),
    };

    private static Recipe Act(string method, string act, DocumentAct what, object? body = null, string code = "") =>
        OfDocument($"{method} /api/documents/{{id:guid}}{act}") with
        {
            Ask = thing => new Call($"/api/documents/{thing.DocumentId}{act}", body),
            Model = Model.Act(what),
            GrantedCode = code,
            Changes = body is null,
        };

    private static Recipe Act(string act, DeliveryAct what, object? body = null, string code = "") => new()
    {
        Endpoint = $"POST /api/deliveries/{{id:guid}}{act}",
        About = office => office.Deliveries,
        Ask = thing => new Call($"/api/deliveries/{thing.DeliveryId}{act}", body),
        Model = Model.Act(what),
        GrantedCode = code,
        Changes = body is null,
    };

    private static Call ItemsCall(string path, Thing thing) =>
        new(path, new { items = new[] { new { seat = thing.Item.Seat.Value, subject = thing.Item.Subject, reason = thing.Item.Reason } } });

    /// <summary>Every eighth command: asking about one and abandoning one are two halves, for the second changes the answer to the first.</summary>
    private static IEnumerable<Thing> Commands(Office office, int half) => office.Papers.Commands
        .Where((_, place) => place % 16 == half * 8)
        .Select(command => new Thing { Name = $"command of {command.Owner}", CommandId = command.Id, Owner = command.Owner });
}
