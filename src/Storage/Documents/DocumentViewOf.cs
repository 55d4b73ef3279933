using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Documents.Facts;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Storage.Organisation;

namespace PartyRealtime.Storage.Documents;

/// <summary>Puts a document page together from what was read for it.</summary>
internal static class DocumentViewOf
{
    public static DocumentView Make(
        Actor actor,
        DocumentReach reach,
        DocumentContent content,
        ImmutableArray<HistoryLine> history,
        PeopleNames people,
        IOrganisation organisation)
    {
        var row = reach.Row;
        var type = AuthorityTable.Find(row.Type);
        return new DocumentView
        {
            Id = row.Id,
            Position = row.Position,
            State = row.State,
            Type = row.Type,
            TypeName = type?.Name ?? row.Type,
            TypeNameEn = type?.NameEn ?? row.Type,
            Abstract = row.Abstract,
            Body = content.Body.Text,
            Content = content.Body.Content,
            Together = row.Together,
            DraftRight = DraftScope.RightOf(row, reach.Participants, actor, reach.IsInside),
            Participants = reach.IsInside ? [.. reach.Participants.Select(participant => Participant(participant, people, organisation))] : [],
            BodyHash = row.BodyHash is { } hash ? Convert.ToHexStringLower(hash) : null,
            BodyVersion = row.BodyVersion,
            Urgency = row.Urgency,
            Secrecy = row.Secrecy,
            DueOn = row.DueOn,
            Instruction = row.Instruction,
            Unit = organisation.Ref(row.Unit),
            Author = people.Person(row.Author),
            Number = row.Number,
            Symbol = row.Symbol,
            DocumentDate = row.NumberOn,
            Pages = row.Pages,
            Signer = Signer(row, people),
            IssuedAt = row.IssuedAt,
            Files = content.Files,
            Actions = Actions(actor, reach),
            Comments = [.. history.Select(Comment).OfType<CommentView>()],
            History = [.. history.Select(line => new HistoryView(line.Position, line.At, PersonOf(line), line.Kind, TextOf(line)))],
            Recipients = reach.Issuing && row.Units > 0 ? new RecipientsView(row.Units, row.People) : null,
            Issue = content.Issue,
            Links = content.Links,
            Recall = RecallOf(row, content.Recall),
            PartySheet = NumberingTable.IsParty(organisation.Unit(row.Unit)?.Profile),
            Cancelled = reach.Cancelled,
            Board = reach.Issuing && row.State >= DocumentState.Issued,
            DraftingHistory = reach is { Row.Together: true, IsInside: true },
            Deliveries = [.. reach.Deliveries.Select(delivery => Delivery(actor, row, delivery.Row, delivery.Steps, people, organisation) with
            {
                History = [.. content.Received[delivery.Row.Id].Select(line => ReceiverHistory.View(line, delivery.Row, people, organisation))],
            })],
        };
    }

    private static ImmutableArray<string> Actions(Actor actor, DocumentReach reach)
    {
        var document = DocumentWorkflow.Allowed(reach.Row, actor).Select(act => Wire(act.ToString()));
        var deliveries = reach.Deliveries
            .SelectMany(delivery => DeliveryWorkflow.Allowed(delivery.Row, delivery.Steps, actor))
            .Distinct()
            .Order()
            .Select(act => Wire(act.ToString()));
        return [.. document.Concat(deliveries)];
    }

    private static string Wire(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    private static SignerView? Signer(DocumentRow row, PeopleNames people) =>
        row is { Signer: { } signer, SignedAt: { } at }
            ? new SignerView(people.Person(signer).Name, row.SignerTitle ?? "", Wire(row.SignerCapacity ?? ""), at)
            : null;

    private static ParticipantView Participant(DraftParticipantRow row, PeopleNames people, IOrganisation organisation)
    {
        var seat = organisation.Seat(row.Seat);
        var unit = seat?.Unit is { } id ? organisation.Ref(id).Name : "";
        return new ParticipantView(row.Seat, people.Holder(row.Seat), seat?.Title ?? "", unit, row.Right!.Value);
    }

    private static RecallView? RecallOf(DocumentRow row, RecallAnswers? answers) =>
        answers is not null && row is { RecallReason: { } reason, RecallAskedAt: { } asked }
            ? new RecallView(reason, asked, row.RecalledAt, answers.Agreed, answers.Waiting, answers.Refused)
            : null;

    private static RecallRequestView? RequestOf(DocumentRow document, DeliveryRow row, PeopleNames people) =>
        row.Recall == RecallAnswer.None ? null : new RecallRequestView
        {
            Answer = row.Recall,
            Reason = document.RecallReason ?? "",
            AskedAt = row.RecallAskedAt,
            AnsweredAt = row.RecallAnsweredAt,
            AnsweredBy = people.Person(row.RecallAnsweredBy),
            Refusal = row.RecallRefusal,
        };

    private static EscalationView? EscalationOf(DeliveryRow row, PeopleNames people, IOrganisation organisation)
    {
        if (row.EscalateAt is not { } at)
            return null;
        var seat = row.EscalatedTo ?? organisation.Unit(row.Unit)?.PrincipalLeader;
        return new EscalationView(
            at,
            row.EscalatedAt,
            seat is { } leader ? organisation.Seat(leader)?.Title ?? "" : "",
            seat is { } held ? people.Holder(held) : "",
            DeliveryWorkflow.IsHandedOver(row));
    }

    private static PersonRef PersonOf(HistoryLine line) => new(line.Official, line.Name ?? "");

    private static CommentView? Comment(HistoryLine line)
    {
        var (text, round) = line.Kind switch
        {
            _ when line.Kind == DocumentCommented.Kind => Read<DocumentCommented>(line) is var said ? (said.Text, said.Round) : default,
            _ when line.Kind == DraftReturned.Kind => Read<DraftReturned>(line) is var back ? (back.Reason, back.Round) : default,
            _ when line.Kind == SignatureRefused.Kind => Read<SignatureRefused>(line) is var refused ? (refused.Reason, refused.Round) : default,
            _ => default((string, int)),
        };
        return text is null ? null : new CommentView(line.At, PersonOf(line), text, round);
    }

    private static T Read<T>(HistoryLine line)
        where T : IFact => FactJson.Read<T>(line.Payload);

    /// <summary>The words a person gave with the act.</summary>
    private static string? TextOf(HistoryLine line) =>
        Comment(line)?.Text ?? line.Kind switch
        {
            _ when line.Kind == NumberVoided.Kind => Read<NumberVoided>(line).Reason,
            _ when line.Kind == DocumentRecallAsked.Kind => Read<DocumentRecallAsked>(line).Reason,
            _ when line.Kind == VersionNamed.Kind => Read<VersionNamed>(line).Name,
            _ when line.Kind == UnitsReminded.Kind => Read<UnitsReminded>(line).Units.ToString(CultureInfo.InvariantCulture),
            _ => null,
        };

    private static DeliveryView Delivery(
        Actor actor, DocumentRow document, DeliveryRow row, ImmutableArray<StepRow> steps, PeopleNames people, IOrganisation organisation) => new()
        {
            Id = row.Id,
            Position = row.Position,
            Unit = organisation.Ref(row.Unit),
            State = row.State,
            ArrivalNo = row.Number,
            ArrivalDate = row.NumberOn,
            ArrivedAt = row.ArrivedAt,
            RegisteredAt = row.RegisteredAt,
            RegisteredBy = people.Person(row.RegisteredBy),
            OpenedAt = row.OpenedAt,
            OpenedBy = people.Person(row.OpenedBy),
            FinishedAt = row.FinishedAt,
            DueOn = row.DueOn,
            ReturnReason = row.ReturnReason,
            Recall = RequestOf(document, row, people),
            RemindedAt = row.RemindedAt,
            Escalation = EscalationOf(row, people, organisation),
            Steps = [.. steps.Select(step => Step(actor, row, step, steps, people, organisation))],
        };

    private static StepView Step(
        Actor actor, DeliveryRow row, StepRow step, ImmutableArray<StepRow> steps, PeopleNames people, IOrganisation organisation)
    {
        var seat = organisation.Seat(step.Seat);
        return new StepView
        {
            Id = step.Id,
            Parent = step.Parent,
            Seat = step.Seat,
            Holder = people.Holder(step.Seat),
            Title = seat?.Title ?? "",
            Unit = seat?.Unit is { } unit ? organisation.Ref(unit).Name : "",
            Role = step.Role,
            State = step.State,
            Instruction = step.Instruction,
            DueOn = step.DueOn,
            AssignedAt = step.AssignedAt,
            OpenedAt = step.OpenedAt,
            OpenedBy = people.Person(step.OpenedBy),
            DoneAt = step.DoneAt,
            DoneBy = people.Person(step.DoneBy),
            Result = step.Result,
            Recallable = DeliveryWorkflow.IsOpenFor(DeliveryAct.RecallStep, row) && DeliveryWorkflow.MayRecall(step, steps, actor),
            Returnable = DeliveryWorkflow.IsOpenFor(DeliveryAct.ReturnStep, row) && DeliveryWorkflow.MayReturn(step, steps) && actor.Holds(step.Seat),
            Mine = DeliveryWorkflow.IsOpen(step) && actor.Holds(step.Seat),
        };
    }
}
