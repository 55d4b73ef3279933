using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Ids;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Contracts.Streams;
using PartyRealtime.Grains.Commits;
using PartyRealtime.Storage.Commits;
using PartyRealtime.Storage.Documents;
using PartyRealtime.Storage.Inbox;
using PartyRealtime.Storage.Streams;

namespace PartyRealtime.Grains.Inbox;

/// <summary>
/// One person's acts on the own inbox, one at a time; notes pass beside them. The head of the person's stream is kept
/// between acts and read anew when it was lost.
/// </summary>
[GrainType("official")]
internal sealed partial class OfficialGrain(
    CommandRunner runner,
    ICommitWriter writer,
    IInboxReads inbox,
    IStreamReads streams,
    INoteReads notes,
    IDocumentReads documents,
    IDocumentViews views,
    ILogger<OfficialGrain> logger)
    : Grain, IOfficialGrain
{
    private long? _head;

    private OfficialId Official => OfficialId.FromGrainKey(this.GetPrimaryKeyLong());

    public Task<Outcome<Receipt>> MarkRead(CommandContext context, MarkItemsRead request)
    {
        if (Refused(context, request.Items) is { } refusal)
            return Task.FromResult<Outcome<Receipt>>(refusal);
        return Run(context, async () =>
            OfficialRules.MarkRead(Official, await inbox.Items(context.Actor, Distinct(request.Items))));
    }

    /// <summary>The id is claimed before anything is done on a delivery: under one that is abandoned, or used for something else, nothing is.</summary>
    public async Task<Outcome<Receipt>> Close(CommandContext context, CloseItems request)
    {
        if (Refused(context, request.Items) is { } refusal)
            return refusal;
        ImmutableArray<HeldItem> found = [];
        var closed = await Run(context, async () => OfficialRules.Close(found = await inbox.Items(context.Actor, Distinct(request.Items))));
        return closed.IsOk && await CloseOnDeliveries(context, found) is { } stopped ? stopped : closed;
    }

    public async Task<Outcome<Receipt>> SendNote(CommandContext context, SendNote request)
    {
        if (context.Actor.Official != Official)
            return RefusalCode.NotInScope;
        return await runner.Run(context, async _ =>
        {
            var text = NoteRules.Text(request.Text);
            if (!text.IsOk)
                return text.Refusal;
            if (await notes.Find(request.To) is not { } to)
                return new Refusal(RefusalCode.NotInScope, "to");
            if (request.Document is not { } document)
                return NoteRules.Send(context, text.Value, to, null);
            if (!await views.MaySee(context.Actor, document) || await documents.Find(document) is not { } row)
                return new Refusal(RefusalCode.NotInScope, "documentId");
            if (!await views.MaySee(to.Person, document))
                return new Refusal(RefusalCode.AssigneeNotAllowed, "to");
            return NoteRules.Send(context, text.Value, to, new NoteSubject(row));
        });
    }

    public async Task<Outcome<Receipt>> Abandon(CommandId command) =>
        await writer.Abandon(new CommandKey(Official, command)) switch
        {
            CommandStatus.Applied applied => applied.Receipt,
            CommandStatus.Abandoned => RefusalCode.CommandAbandoned,
            _ => RefusalCode.UnknownOutcome,
        };

    /// <summary>
    /// Ends the steps behind for-information items, and closes returns, each under an id that follows from the command's:
    /// sending the whole command again repeats none of them and does those that a node's death left undone. The first refusal
    /// that leaves something open, or null. Where a call breaks off the outcome is unknown, whatever broke it: the command's
    /// own id is taken by now, and would be answered as done.
    /// </summary>
    private async Task<Refusal?> CloseOnDeliveries(CommandContext context, ImmutableArray<HeldItem> found)
    {
        Outcome<Receipt>[] ends;
        try
        {
            ends = await Task.WhenAll(OfficialRules.OnDeliveries(found).Select(one => CloseOnDelivery(context, one.Item, one.Act)));
        }
        catch (Exception broken)
        {
            NotClosed(broken);
            return RefusalCode.UnknownOutcome;
        }

        return ends.FirstOrDefault(end => !end.IsOk && end.Refusal.Code is not RefusalCode.NotAllowedNow)?.Refusal;
    }

    private Task<Outcome<Receipt>> CloseOnDelivery(CommandContext context, HeldItem item, DeliveryRequest act)
    {
        var id = DerivedId.From("close", context.Key.Command.Value, item.Key.Subject);
        var ofDelivery = context with { Key = context.Key with { Command = new CommandId(id) } };
        return GrainFactory.GetGrain<IDeliveryGrain>(item.Content.Delivery!.Value.Value).Act(ofDelivery, act);
    }

    private async Task<Outcome<Receipt>> Run(CommandContext context, Func<Task<Outcome<ItemDecision>>> decide)
    {
        var stream = StreamId.OfOfficial(Official);
        var outcome = await runner.Run(context, async reload =>
        {
            if (reload || _head is null)
                _head = await streams.Head(stream);
            var decision = await decide();
            return decision.IsOk ? CommitOf(context, stream, _head.Value, decision.Value) : decision.Refusal;
        });

        // A repeated command answers with an old position, and after an unknown end the head may have moved.
        _head = outcome.IsOk && outcome.Value.Last == _head + 1 ? outcome.Value.Last : null;
        return outcome;
    }

    private static Commit CommitOf(CommandContext context, StreamId stream, long head, ItemDecision decision) => new()
    {
        Claim = CommandRunner.Claim(context),
        By = context.Actor,
        ActingSeat = context.Actor.ActingSeat,
        Appends = [new StreamAppend(stream, head, [decision.Fact])],
        Inbox = decision.Changes,
    };

    /// <summary>The edge sends a person's acts to the own grain only; anything else is a bug answered like a missing item.</summary>
    private Refusal? Refused(CommandContext context, ImmutableArray<ItemKey> items) =>
        context.Actor.Official == Official ? OfficialRules.Count(items) : RefusalCode.NotInScope;

    private static ItemKey[] Distinct(ImmutableArray<ItemKey> items) => [.. items.Distinct()];
}
