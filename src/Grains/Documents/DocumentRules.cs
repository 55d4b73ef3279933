using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Documents.Facts;
using PartyRealtime.Contracts.Fields;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Grains.Documents;

/// <summary>The outgoing state machine, pure: state and request in, decision or refusal out.</summary>
internal static class DocumentRules
{
    /// <summary>
    /// Decides one act. A person who is nothing to the document is told NotInScope, as for a missing one; then the
    /// role is checked, then the state, then the fields.
    /// </summary>
    public static Outcome<DocumentDecision> Decide(DocumentRow? row, DocumentRequest request, DocumentScene scene)
    {
        if (request is ComposeDocument compose)
            return row is null ? DraftRules.Compose(compose, scene) : RefusalCode.ChangedMeanwhile;
        if (row is null)
            return RefusalCode.NotInScope;
        if (request is DiscussDraft discuss)
            return ThreadRules.Decide(row, discuss, scene);
        if (request is NameVersion name)
            return NamingRules.Name(row, name, scene);
        return Barred(row, request, scene.Actor) is { } code
            ? code
            : Act(row, request, scene, DocumentWorkflow.RoleOf(row, scene.Actor));
    }

    /// <summary>Why this person may not do such an act on the document as it stands, whatever the request's fields say; null when nothing bars it.</summary>
    public static RefusalCode? Barred(DocumentRow row, DocumentRequest request, Actor actor)
    {
        var transition = DocumentWorkflow.Of(ActOf(request));
        var role = DocumentWorkflow.RoleOf(row, actor);
        if (role == DocumentRole.None || row.Secrecy > actor.Clearance)
            return RefusalCode.NotInScope;
        if ((role & transition.By) == DocumentRole.None)
            return RefusalCode.NotYourRole;
        return transition.From.Contains(row.State) ? null : RefusalCode.NotAllowedNow;
    }

    /// <summary>The act that a request asks for.</summary>
    public static DocumentAct ActOf(DocumentRequest request) => request switch
    {
        ComposeDocument => DocumentAct.Compose,
        ReviseDocument => DocumentAct.Revise,
        SubmitDocument => DocumentAct.Submit,
        CommentDocument => DocumentAct.Comment,
        ReturnDraft => DocumentAct.ReturnDraft,
        ClearDocument => DocumentAct.Clear,
        SignDocument => DocumentAct.Sign,
        RefuseSignature => DocumentAct.RefuseSign,
        AssignNumber => DocumentAct.Number,
        VoidNumber => DocumentAct.Void,
        SealDocument => DocumentAct.Seal,
        IssueDocument => DocumentAct.Issue,
        RecallDocument => DocumentAct.Recall,
        ReplaceDocument => DocumentAct.Replace,
        CorrectDocument => DocumentAct.Correct,
        RemindUnits => DocumentAct.Remind,
        InviteToDraft => DocumentAct.Invite,
        _ => throw new ArgumentOutOfRangeException(nameof(request), request.GetType().Name, "An act without a rule."),
    };

    private static Outcome<DocumentDecision> Act(DocumentRow row, DocumentRequest request, DocumentScene scene, DocumentRole role) =>
        request switch
        {
            ReviseDocument revise => DraftRules.Revise(row, revise, scene),
            SubmitDocument submit => DraftRules.Submit(row, submit, scene),
            CommentDocument comment => Comment(row, comment, scene),
            ReturnDraft back => Return(row, back, scene),
            ClearDocument clear => Clear(row, clear, scene, role),
            SignDocument sign => Sign(row, sign, scene),
            RefuseSignature refuse => Refuse(row, refuse, scene),
            AssignNumber number => Number(row, number, scene),
            VoidNumber @void => Void(row, @void, scene),
            SealDocument => Seal(row, scene),
            IssueDocument issue => IssueRules.Issue(row, issue, scene),
            ReplaceDocument replace => LinkRules.Replace(row, replace, scene),
            CorrectDocument correct => LinkRules.Correct(row, correct, scene),
            RecallDocument recall => RecallRules.Ask(row, recall, scene),
            RemindUnits remind => ReminderRules.Remind(row, remind, scene),
            InviteToDraft invite => InviteRules.Invite(row, invite, scene),
            _ => RefusalCode.NotAllowedNow,
        };

    private static Outcome<DocumentDecision> Comment(DocumentRow row, CommentDocument request, DocumentScene scene)
    {
        if (FieldRules.Text("text", request.Text, FieldRules.ReasonCharsMax) is { } refusal)
            return refusal;
        return Decided(row, scene, FactJson.Of(new DocumentCommented(request.Text, row.Round)));
    }

    private static Outcome<DocumentDecision> Return(DocumentRow row, ReturnDraft request, DocumentScene scene)
    {
        if (FieldRules.Text("reason", request.Reason, FieldRules.ReasonCharsMax) is { } refusal)
            return refusal;
        return Decided(NewRound(row), scene, FactJson.Of(new DraftReturned(request.Reason, row.Round)));
    }

    private static Outcome<DocumentDecision> Refuse(DocumentRow row, RefuseSignature request, DocumentScene scene)
    {
        if (FieldRules.Text("reason", request.Reason, FieldRules.ReasonCharsMax) is { } refusal)
            return refusal;
        return Decided(NewRound(row), scene, FactJson.Of(new SignatureRefused(request.Reason, row.Round)));
    }

    /// <summary>Leader and clerk each clear their own half; a person who is both clears both.</summary>
    private static Outcome<DocumentDecision> Clear(DocumentRow row, ClearDocument request, DocumentScene scene, DocumentRole role)
    {
        if (!IsWhatWasSeen(row, request.BodyHash, request.BodyVersion))
            return RefusalCode.TextChanged;
        var content = row.ContentCleared || role.HasFlag(DocumentRole.Reviewer);
        var form = row.FormCleared || role.HasFlag(DocumentRole.Clerk);
        var facts = ImmutableArray.CreateBuilder<Fact>();
        if (content != row.ContentCleared)
            facts.Add(FactJson.Of(new ContentCleared(row.Round)));
        if (form != row.FormCleared)
            facts.Add(FactJson.Of(new FormCleared(row.Round)));
        if (facts.Count == 0)
            return RefusalCode.NotAllowedNow;
        var after = row with { ContentCleared = content, FormCleared = form };
        if (content && form)
        {
            after = after with { State = DocumentState.AwaitingSignature };
            facts.Add(FactJson.Of(new BodyLocked(Hex(row.BodyHash), row.BodyVersion)));
        }

        return Decided(after, scene, [.. facts]);
    }

    private static Outcome<DocumentDecision> Sign(DocumentRow row, SignDocument request, DocumentScene scene)
    {
        if (!Enum.IsDefined(request.Capacity))
            return new Refusal(RefusalCode.FieldInvalid, "capacity");
        // Who leads a room of the body signs for it by order or by authorisation alone.
        if (!scene.Unit.Posts.Any(post => post.Seat == row.Reviewer) && request.Capacity is not (SignCapacity.ByOrder or SignCapacity.ByAuthorisation))
            return new Refusal(RefusalCode.FieldInvalid, "capacity");
        if (!IsWhatWasSeen(row, request.BodyHash, request.BodyVersion))
            return RefusalCode.TextChanged;
        var title = scene.Actor.Seats.First(seat => seat.Seat == row.Reviewer).Title;
        var after = row with
        {
            State = DocumentState.Signed,
            Signer = scene.Actor.Official,
            SignerTitle = title,
            SignerCapacity = request.Capacity.ToString(),
            SignedAt = scene.Now,
        };
        return Decided(after, scene, FactJson.Of(new DocumentSigned(Hex(row.BodyHash), request.Capacity, title)));
    }

    /// <summary>
    /// A page that lost its line goes on showing the round that was returned. Its version says what changed beside the text;
    /// its hash, that the text is the one read even where the data was set back and versions are counted again.
    /// </summary>
    private static bool IsWhatWasSeen(DocumentRow row, string? hash, int? version) =>
        (hash is null || hash == Hex(row.BodyHash)) && (version is null || version == row.BodyVersion);

    private static Outcome<DocumentDecision> Number(DocumentRow row, AssignNumber request, DocumentScene scene)
    {
        if (FieldRules.Sheets(request.Pages, request.Copies) is { } refusal)
            return refusal;
        var series = NumberingRules.Outgoing(scene.Unit, row.Type, row.Secrecy, OfficeDay.Of(scene.Now));
        var decision = Decided(
            row with { State = DocumentState.Numbered, Pages = request.Pages, Copies = request.Copies },
            scene,
            FactJson.Of(new NumberAssigned(series.Series, request.Pages, request.Copies)));
        return decision with
        {
            Take = new RegisterTake(series.Series, series.Term, row.Id.Stream, RegisterTarget.Document, series.SymbolSuffix),
        };
    }

    private static Outcome<DocumentDecision> Void(DocumentRow row, VoidNumber request, DocumentScene scene)
    {
        if (FieldRules.Text("reason", request.Reason, FieldRules.ReasonCharsMax) is { } refusal)
            return refusal;
        var after = row with
        {
            State = request.BodyStays ? DocumentState.AwaitingSignature : DocumentState.Drafting,
            Round = row.Round + 1,
            Register = null,
            Number = null,
            NumberOn = null,
            Symbol = null,
            Pages = null,
            Copies = null,
            Signer = null,
            SignerTitle = null,
            SignerCapacity = null,
            SignedAt = null,
        };
        if (!request.BodyStays)
            after = after with { ContentCleared = false, FormCleared = false };
        var decision = Decided(after, scene, FactJson.Of(new NumberVoided(row.Register!, row.Number!.Value, request.Reason)));
        return decision with
        {
            Rows = [new RegisterVoid(row.Register!, row.Number.Value, row.Id.Stream, scene.Now, request.Reason)],
        };
    }

    private static DocumentDecision Seal(DocumentRow row, DocumentScene scene) =>
        Decided(row with { State = DocumentState.Sealed }, scene, FactJson.Of(new DocumentSealed(Hex(row.BodyHash))));

    private static DocumentRow NewRound(DocumentRow row) => row with
    {
        State = DocumentState.Drafting,
        Round = row.Round + 1,
        ContentCleared = false,
        FormCleared = false,
    };

    /// <summary>The decision of an act that writes nothing beside the document itself.</summary>
    public static DocumentDecision Decided(DocumentRow after, DocumentScene scene, params ImmutableArray<Fact> facts) => new()
    {
        Row = after,
        Facts = facts,
        Seat = SeatOf(after, scene.Actor),
    };

    /// <summary>The seat the person acts from: the chosen one, else the one that gives the role.</summary>
    private static SeatId? SeatOf(DocumentRow row, Actor actor)
    {
        if (actor.ActingSeat is { } chosen)
            return chosen;
        return actor.Seats.FirstOrDefault(seat => seat.Seat == row.AuthorSeat || seat.Seat == row.Reviewer || seat.Unit == row.Unit)?.Seat;
    }

    /// <summary>Lower-case hex, as hashes are shown and stored in facts.</summary>
    public static string Hex(byte[]? hash) => Convert.ToHexStringLower(hash ?? []);

    /// <summary>The hash of a body: SHA-256 over its UTF-8 text.</summary>
    public static byte[] HashOf(string body) => SHA256.HashData(Encoding.UTF8.GetBytes(body));
}
