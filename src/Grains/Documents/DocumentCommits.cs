using System.Collections.Immutable;
using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Jobs;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Grains.Commits;
using PartyRealtime.Grains.Jobs;

namespace PartyRealtime.Grains.Documents;

/// <summary>Turns a document decision into the one commit that is its whole effect.</summary>
internal static class DocumentCommits
{
    /// <summary>Recipient sets up to this size arrive in the issue's own commit; larger ones by a job.</summary>
    public const int ArriveAtOnceMax = 100;

    public static Commit Of(CommandContext context, DocumentRow? before, DocumentDecision decision, DocumentScene scene)
    {
        var expected = before?.Position ?? 0;
        var row = decision.Row with { Position = expected + decision.Facts.Length };
        var appends = ImmutableArray.CreateBuilder<StreamAppend>();
        appends.Add(new StreamAppend(row.Id.Stream, expected, decision.Facts));
        var rows = ImmutableArray.CreateBuilder<IRow>();
        rows.Add(row);
        rows.AddRange(decision.Rows);
        var inbox = ImmutableArray.CreateBuilder<InboxChange>();
        var invitations = new Invitations(scene.Participants, InviteRules.After(scene.Participants, decision.Participant));
        inbox.AddRange(DocumentItems.Changes(before, row, scene.Unit, decision.Take is not null, invitations));
        if (decision.Says is { } says)
            inbox.AddRange(says.Changes(row, scene.Actor));
        if (decision.Recipients is { } recipients)
            AddDeliveries(recipients, row, scene, appends, rows, inbox);
        if (decision.Link is { } link)
        {
            appends.Add(new StreamAppend(link.By.Id.Stream, link.By.Position, [link.Fact]));
            rows.Add(link.By with { Position = link.By.Position + 1 });
            rows.Add(link.Row);
        }

        if (decision.AsksRecall)
            AddJob(RecallRound.Begin(row, scene.Now), RecallRound.Fact(0, 0, row.Units), appends, rows);
        if (decision.Reminds is { } named)
            AddJob(ReminderRound.Begin(row, named, scene.Now), ReminderRound.Fact(0, 0, row.Units), appends, rows);
        return new Commit
        {
            Claim = CommandRunner.Claim(context),
            By = scene.Actor,
            ActingSeat = decision.Seat,
            ActingUnit = row.Unit,
            Appends = appends.DrainToImmutable(),
            Take = decision.Take,
            Rows = rows.DrainToImmutable(),
            Inbox = inbox.DrainToImmutable(),
        };
    }

    private static void AddDeliveries(
        RecipientSet recipients,
        DocumentRow row,
        DocumentScene scene,
        ImmutableArray<StreamAppend>.Builder appends,
        ImmutableArray<IRow>.Builder rows,
        ImmutableArray<InboxChange>.Builder inbox)
    {
        var atOnce = recipients.Units.Length <= ArriveAtOnceMax;
        var ordinal = 0;
        foreach (var unit in recipients.Units)
        {
            var sent = Sent(row, unit, ++ordinal, scene.Now);
            if (!atOnce)
            {
                rows.Add(sent);
                continue;
            }

            var arrived = Arrivals.Arrived(sent, row, scene.Now);
            rows.Add(arrived);
            appends.Add(Arrivals.Append(arrived));
            if (Arrivals.Item(arrived, row, unit, scene.Unit) is { } item)
                inbox.Add(item);
        }

        if (!atOnce)
            AddJob(FanOut.Begin(row, scene.Now), FanOut.Fact(0, 0, row.Units), appends, rows);
    }

    private static DeliveryRow Sent(DocumentRow row, UnitFacts unit, int ordinal, DateTimeOffset now) => new()
    {
        Id = DeliveryId.Of(row.Id, unit.Id),
        Document = row.Id,
        Unit = unit.Id,
        Tile = unit.Tile,
        Ordinal = ordinal,
        Position = 0,
        State = DeliveryState.Sent,
        SentAt = now,
        DueOn = row.DueOn,
    };

    private static void AddJob(
        JobRow job, Fact begun, ImmutableArray<StreamAppend>.Builder appends, ImmutableArray<IRow>.Builder rows)
    {
        rows.Add(job);
        appends.Add(new StreamAppend(job.Id.Stream, 0, [begun]));
    }
}
