using System.Collections.Immutable;
using System.Globalization;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Yjs.Protocols;

namespace PartyRealtime.Web.Drafting;

/// <summary>
/// Everybody who has one draft open on this node. It knows no text: updates go to the draft's grain and come back from it
/// when they are durable. Awareness stays among rooms.
/// </summary>
internal sealed class DraftRoom : IDraftRoom
{
    private static readonly byte[] Nothing = [0, 0];

    /// <summary>What others sent to the room before they knew that it has ended is still on its way.</summary>
    private static readonly TimeSpan Lingering = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly IDraftingGrain _grain;
    private readonly IGrainFactory _grains;
    private readonly DraftIntake _intake;
    private readonly DraftingMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly RelayOrder _order = new();
    private readonly OtherRooms _others = new();
    private ImmutableArray<DraftVisit> _visits = [];
    private IDraftRoom? _reference;
    private int _guests;
    private bool _retired;
    private long _pulsedAt;
    private bool _pulsing;

    public DraftRoom(DocumentId document, IGrainFactory grains, DraftingOptions options, DraftingMetrics metrics, TimeProvider time)
    {
        (Document, _grains, _metrics, _time) = (document, grains, metrics, time);
        _pulsedAt = time.GetTimestamp();
        _grain = grains.GetGrain<IDraftingGrain>(document.Value);
        _intake = new DraftIntake(_grain, () => IntakePeriod(options), time, () => CloseAll(DraftClose.Unavailable));
        Awareness = new RoomAwareness(options, time);
    }

    public DocumentId Document { get; }

    public RoomAwareness Awareness { get; }

    public ImmutableArray<DraftVisit> Visits
    {
        get
        {
            lock (_lock)
                return _visits;
        }
    }

    /// <summary>Takes a place for somebody who comes; false when the room was retired meanwhile: take a new one.</summary>
    public bool Reserve()
    {
        lock (_lock)
        {
            if (!_retired)
                _guests++;
            return !_retired;
        }
    }

    /// <summary>Gives the place back; true when nobody is left: the room is retired and must leave the map.</summary>
    public bool Release()
    {
        lock (_lock)
        {
            _retired = --_guests == 0;
            return _retired;
        }
    }

    /// <summary>What the person may do here now. Relays come from then on.</summary>
    public async Task<Outcome<DraftAdmission>> Admit(Actor actor)
    {
        var admission = await _grain.Join(actor, Reference());
        if (admission.IsOk)
            _others.Set(admission.Value.Others, Awareness.Here);
        return admission;
    }

    /// <summary>Do relays come? False where somebody has to be admitted for that, and where nobody could be asked.</summary>
    public async Task<bool> IsHeard()
    {
        try
        {
            var heard = await _grain.Heard(Reference());
            if (heard.IsOk)
                _others.Set(heard.Value, Awareness.Here);
            return heard.IsOk;
        }
        catch (Exception)
        {
            // Whoever is admitted instead finds out what is wrong.
            return false;
        }
    }

    /// <summary>From now on the visit is sent what is relayed.</summary>
    public void Open(DraftVisit visit)
    {
        lock (_lock)
            _visits = _visits.Add(visit);
    }

    public void Close(DraftVisit visit)
    {
        lock (_lock)
            _visits = _visits.Remove(visit);
        Awareness.Leave(visit);
    }

    /// <summary>The room has no more sockets: relays end.</summary>
    public async Task Retire()
    {
        if (_reference is not { } reference)
            return;
        try
        {
            SendAwareness();
            await _grain.Leave(reference);
            await Task.Delay(Lingering, _time);
        }
        catch (Exception)
        {
            // The grain drops a room that is not heard of.
        }
        finally
        {
            _grains.DeleteObjectReference<IDraftRoom>(reference);
        }
    }

    /// <summary>Brings a visit to the present: what it lacks, and the question what the draft lacks.</summary>
    /// <param name="isReply">The client must not be asked in turn.</param>
    public async Task Synchronise(DraftVisit visit, byte[] stateVector, bool isReply)
    {
        var diff = await _grain.Diff(stateVector);
        if (!diff.IsOk)
        {
            visit.Socket.Close(diff.Refusal.Code == RefusalCode.Malformed ? DraftClose.Malformed : DraftClose.Unavailable);
            return;
        }

        Anchor(diff.Value);
        visit.Socket.Send(FrameWriter.Sync(visit.Name, SyncStep.Difference, diff.Value.Update));
        if (isReply)
            return;
        visit.Asked();
        visit.Socket.Send(FrameWriter.Sync(visit.Name, SyncStep.StateVector, diff.Value.StateVector));
    }

    /// <summary>Takes an update or second step; it is answered later, once.</summary>
    public void Take(DraftVisit visit, byte[] update, bool isSecondStep)
    {
        _metrics.Update();
        visit.Took(isSecondStep);
        if (update.AsSpan().SequenceEqual(Nothing))
            visit.Answer(DraftAnswer.Saved);
        else
            _intake.Offer(visit, update);
    }

    /// <summary>Answers what was held back until its writer was silent.</summary>
    public void AnswerLate()
    {
        foreach (var visit in Visits)
            visit.AnswerLate();
    }

    /// <summary>True when the last pulse began so long ago and has ended; the caller then asks for the room anew, and ends it.</summary>
    public bool BeginsPulse(TimeSpan period)
    {
        lock (_lock)
        {
            if (_pulsing || _visits.IsEmpty || _time.GetElapsedTime(_pulsedAt) < period)
                return false;
            _pulsedAt = _time.GetTimestamp();
            return _pulsing = true;
        }
    }

    public void EndPulse()
    {
        lock (_lock)
            _pulsing = false;
    }

    /// <summary>Sends on what was said since the last time.</summary>
    public void SendAwareness()
    {
        var (here, others) = Awareness.Tick();
        if (others.Count > 0)
            _others.Send(others);
        if (here.Count == 0)
            return;
        var update = AwarenessUpdate.Encode(here);
        var frames = new DraftFrames(name => FrameWriter.Awareness(name, update));
        foreach (var visit in Visits)
            visit.Send(frames);
    }

    public void CloseAll(DraftClose why)
    {
        lock (_lock)
            _order.Reset();
        foreach (var visit in Visits)
            visit.Socket.Close(why);
    }

    public Task Relay(DraftRelay relay)
    {
        int? known;
        lock (_lock)
            known = _order.Take(relay.First, relay.Updates.Length);
        if (known is not { } skipped)
        {
            Missed();
            return Task.CompletedTask;
        }

        foreach (var update in RelayFrames.Of(relay.Updates[skipped..]))
            Send(update);
        _metrics.Relayed(relay.Updates.Length - skipped);
        return Task.CompletedTask;
    }

    public Task Aware(byte[] awareness)
    {
        if (AwarenessUpdate.Decode(awareness, AwarenessRules.Readable) is { } words)
            Awareness.Hear(words);
        return Task.CompletedTask;
    }

    public Task Others(ImmutableArray<IDraftRoom> others)
    {
        _others.Set(others, Awareness.Here);
        return Task.CompletedTask;
    }

    public Task Reopen()
    {
        CloseAll(DraftClose.Reopen);
        return Task.CompletedTask;
    }

    /// <summary>y-websocket has no frame for it.</summary>
    public Task Discussed(long position)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{{\"threads\":{position}}}");
        var frames = new DraftFrames(name => FrameWriter.Stateless(name!, text));
        foreach (var visit in Visits.Where(visit => visit.Name is not null))
            visit.Send(frames);
        return Task.CompletedTask;
    }

    /// <summary>Who wrote it has it already, and is told that it is saved; y-websocket has no other word for that.</summary>
    private void Send(DraftUpdate update)
    {
        var frames = new DraftFrames(name => FrameWriter.Sync(name, SyncStep.Update, update.Bytes));
        foreach (var visit in Visits)
        {
            if (visit.Number != update.From || visit.Name is null)
                visit.Send(frames);
        }
    }

    private IDraftRoom Reference()
    {
        lock (_lock)
            return _reference ??= _grains.CreateObjectReference<IDraftRoom>(this);
    }

    private TimeSpan IntakePeriod(DraftingOptions options)
    {
        var period = options.IntakePeriodPerSocket * Visits.Length;
        return period < options.IntakePeriodMax ? period : options.IntakePeriodMax;
    }

    private void Anchor(DraftDiff diff)
    {
        bool isWhole;
        lock (_lock)
            isWhole = _order.Anchor(diff.Seq);
        if (!isWhole)
            Missed();
    }

    private void Missed()
    {
        _metrics.Gap();
        CloseAll(DraftClose.Reopen);
    }
}
