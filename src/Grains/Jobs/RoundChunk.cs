using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Jobs;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Grains.Inbox;

namespace PartyRealtime.Grains.Jobs;

/// <summary>
/// One commit of a round in the making: it moves the job, whose position is the fence, and what it does to deliveries and
/// their desks is added to it.
/// </summary>
internal sealed class RoundChunk
{
    private readonly ImmutableArray<StreamAppend>.Builder _appends = ImmutableArray.CreateBuilder<StreamAppend>();
    private readonly ImmutableArray<IRow>.Builder _rows = ImmutableArray.CreateBuilder<IRow>();
    private readonly ImmutableArray<InboxChange>.Builder _inbox = ImmutableArray.CreateBuilder<InboxChange>();
    private readonly DocumentRow _document;

    /// <param name="job">The job as read.</param>
    /// <param name="moved">The job after this chunk.</param>
    /// <param name="fact">That it moved.</param>
    /// <param name="document">What the round is about.</param>
    public RoundChunk(JobRow job, JobRow moved, Fact fact, DocumentRow document)
    {
        _document = document;
        _appends.Add(new StreamAppend(job.Id.Stream, job.Position, [fact]));
        _rows.Add(moved);
    }

    public void Add(StreamAppend append, DeliveryRow row)
    {
        _appends.Add(append);
        _rows.Add(row);
    }

    public void Add(InboxChange change) => _inbox.Add(change);

    /// <summary>The delivery changes under this fact, and with it what its desk sees of it, where the unit has one.</summary>
    public void Change(DeliveryRow before, DeliveryRow after, Fact fact, UnitFacts? unit, UnitFacts sender)
    {
        Add(new StreamAppend(before.Id.Stream, before.Position, [fact]), after);
        if (unit?.Desk is { } desk)
            _inbox.AddRange(ItemDiff.Between(AtDesk(before, desk, sender), AtDesk(after, desk, sender)));
    }

    public Commit ToCommit() => new()
    {
        By = Actor.System,
        ActingUnit = _document.Unit,
        Appends = _appends.DrainToImmutable(),
        Rows = _rows.DrainToImmutable(),
        Inbox = _inbox.DrainToImmutable(),
    };

    private OpenItem[] AtDesk(DeliveryRow row, SeatId desk, UnitFacts sender) =>
        DeskItem.Of(row, desk, DeliveryContent.Of(row, _document, sender)) is { } item ? [item] : [];
}
