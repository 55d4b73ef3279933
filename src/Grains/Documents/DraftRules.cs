using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Documents.Facts;
using PartyRealtime.Contracts.Fields;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Contracts.Search;
using PartyRealtime.Contracts.Text;

namespace PartyRealtime.Grains.Documents;

/// <summary>Writing a draft and sending it to review.</summary>
internal static class DraftRules
{
    private static readonly ImmutableArray<SeatRole> Writers = [SeatRole.Clerk, SeatRole.Leader, SeatRole.Specialist];

    public static Outcome<DocumentDecision> Compose(ComposeDocument request, DocumentScene scene)
    {
        var seat = scene.Actor.Seats.FirstOrDefault(held => held.Seat == request.Seat);
        if (seat?.Unit is not { } writing || !scene.Ladder.Any(unit => unit.Id == writing))
            return RefusalCode.NotInScope;
        if (!Writers.Contains(seat.Role) || !scene.Unit.Registers)
            return RefusalCode.NotYourRole;
        if (Check(request.Draft, scene, request.Together) is { } refusal)
            return refusal;
        var empty = new DocumentRow
        {
            Id = scene.Id,
            Position = 0,
            Unit = scene.Unit.Id,
            Author = scene.Actor.Official,
            AuthorSeat = seat.Seat,
            State = DocumentState.Drafting,
            Type = request.Draft.Type,
            Abstract = request.Draft.Abstract,
            Together = request.Together,
            BodyVersion = 0,
            Round = 1,
            CreatedAt = scene.Now,
        };
        var written = Write(empty, request.Draft, scene);
        return written with
        {
            Facts = [FactJson.Of(new DocumentComposed(
                request.Draft.Type, request.Draft.Abstract, DocumentRules.Hex(written.Row.BodyHash), request.Draft.Files.Length))],
        };
    }

    public static Outcome<DocumentDecision> Revise(DocumentRow row, ReviseDocument request, DocumentScene scene)
    {
        if (request.ExpectedPosition + scene.Said != row.Position)
            return RefusalCode.ChangedMeanwhile;
        if (Check(request.Draft, scene, row.Together) is { } refusal)
            return refusal;
        return Write(row, request.Draft, scene);
    }

    public static Outcome<DocumentDecision> Submit(DocumentRow row, SubmitDocument request, DocumentScene scene)
    {
        var to = request.To ?? scene.Unit.PrincipalLeader;
        if (to is null || !scene.Ladder.Any(unit => unit.Posts.Any(post => post.Seat == to && post.Role == SeatRole.Leader)))
            return new Refusal(RefusalCode.AssigneeNotAllowed, "to");
        var after = row with
        {
            State = DocumentState.InReview,
            Reviewer = to,
            ContentCleared = false,
            // A clerk's own draft has passed the registry's hands already.
            FormCleared = scene.Actor.SeatIn(row.Unit, SeatRole.Clerk) is not null,
        };
        return row.Together
            ? TogetherRules.Submit(after, scene)
            : DocumentRules.Decided(after, scene, FactJson.Of(new DocumentSubmitted(to.Value, row.Round)));
    }

    private static DocumentDecision Write(DocumentRow row, DocumentDraft draft, DocumentScene scene)
    {
        var version = row.BodyVersion + 1;
        var hash = DocumentRules.HashOf(draft.Body);
        var suffix = NumberingRules.Outgoing(scene.Unit, draft.Type, draft.Secrecy, OfficeDay.Of(scene.Now)).SymbolSuffix;
        var after = row with
        {
            Type = draft.Type,
            Abstract = draft.Abstract,
            Urgency = draft.Urgency,
            Secrecy = draft.Secrecy,
            DueOn = draft.DueOn,
            Instruction = draft.Instruction,
            BodyVersion = version,
            BodyHash = hash,
            SearchKey = SearchText.Folded(draft.Abstract, suffix, scene.Unit.Name),
            SearchMarked = SearchText.Marked(draft.Abstract, suffix, scene.Unit.Name),
            SymbolKey = SymbolKey.Of(suffix),
        };
        var files = scene.NamedFiles?.Value ?? [];
        var rows = ImmutableArray.CreateBuilder<IRow>(files.Length + 1);
        rows.Add(new DocumentBodyRow { Document = row.Id, Version = version, Text = draft.Body, Hash = hash });
        rows.AddRange(files.Select((file, index) => file with { Document = row.Id, Version = version, Ordinal = index + 1 }));
        var fact = FactJson.Of(new DocumentRevised(draft.Type, draft.Abstract, DocumentRules.Hex(hash), files.Length));
        return DocumentRules.Decided(after, scene, fact) with { Rows = rows.DrainToImmutable() };
    }

    private static Refusal? Check(DocumentDraft draft, DocumentScene scene, bool together)
    {
        if (AuthorityTable.Find(draft.Type) is not { } type)
            return new Refusal(RefusalCode.FieldInvalid, "type");
        if (!AuthorityTable.MayIssue(scene.Unit.Kind, type))
            return TypeNotAllowed(type);
        if (FieldRules.Text("abstract", draft.Abstract, FieldRules.AbstractCharsMax) is { } noAbstract)
            return noAbstract;
        if ((together ? TogetherRules.Body(draft) : FieldRules.Text("body", draft.Body, FieldRules.BodyCharsMax)) is { } noBody)
            return noBody;
        if (FieldRules.Optional("instruction", draft.Instruction, FieldRules.InstructionCharsMax) is { } longInstruction)
            return longInstruction;
        if (!Enum.IsDefined(draft.Urgency))
            return new Refusal(RefusalCode.FieldInvalid, "urgency");
        // Only Normal documents exist until bodies are encrypted at rest (P8).
        if (draft.Secrecy != Secrecy.Normal)
            return new Refusal(RefusalCode.FieldInvalid, "secrecy");
        if (draft.Files.Length > FieldRules.FilesMax)
            return new Refusal(RefusalCode.TooMany, "files", FieldRules.Limit(FieldRules.FilesMax));
        return scene.NamedFiles?.Refusal;
    }

    private static Refusal TypeNotAllowed(DocumentType type) => new(
        RefusalCode.TypeNotAllowed,
        "type",
        ImmutableDictionary<string, string>.Empty
            .Add("type", type.Name)
            .Add("typeEn", type.NameEn)
            .Add("row", type.Row.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
