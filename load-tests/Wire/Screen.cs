using System.Net.WebSockets;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Sessions;

namespace PartyRealtime.LoadTests.Wire;

/// <summary>
/// One person at one screen: connected first, read afterwards, then kept up by pushes. Applies a change only when it is
/// the next position of its seat; a gap is repaired by catching up, exactly as the browser does it.
/// </summary>
/// <param name="api">The person's calls.</param>
/// <param name="tally">What all screens of the run count together.</param>
/// <param name="shown">Called for each item when the screen shows it changed, by push or by catching up.</param>
public sealed class Screen(Api api, ScreenTally tally, Action<Screen, InboxItem> shown) : IDisposable
{
    private static readonly TimeSpan ReconnectAfterMax = TimeSpan.FromSeconds(2);

    /// <summary>As the browser's client has it: so long after the last word the connection is given up.</summary>
    private static readonly TimeSpan SilenceMax = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan ConnectMax = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<SeatId, long> _positions = [];
    private readonly SemaphoreSlim _catchingUp = new(1, 1);
    private LiveConnection? _connection;
    private string? _epoch;
    private bool _pushedBeforeRead;

    public Me Person { get; private set; } = null!;

    public Api Api => api;

    /// <summary>Who am I, connect, first read. The counters of that read are the person's state before the run.</summary>
    public async Task<InboxCounters> Open(CancellationToken cancellation)
    {
        Person = (await api.Get<Me>("/api/session", cancellation)).Required("session");
        _connection = await LiveConnection.Open(api.Target, api.Cookie!, cancellation);
        _ = Keep(cancellation);
        var counters = await Counters(cancellation);
        bool missed;
        lock (_gate)
        {
            _epoch = counters.Epoch;
            foreach (var cursor in counters.Cursors)
                _positions[cursor.Seat] = cursor.Position;
            missed = _pushedBeforeRead;
        }

        if (missed)
            await CatchUp(cancellation);
        return counters;
    }

    public Task Ping(CancellationToken cancellation) => _connection?.SendPing(cancellation) ?? Task.CompletedTask;

    /// <summary>Whether it is connected, and shows what its last catching up said at least.</summary>
    public bool IsLive { get; private set; }

    /// <summary>Gives the connection up when its node has been silent for too long, as a hung one is.</summary>
    public void LeaveWhenSilent()
    {
        if (_connection is { } connection && connection.Silence > SilenceMax)
            connection.Dispose();
    }

    /// <summary>The connection ends; the screen connects again by itself.</summary>
    public void Drop() => _connection?.Dispose();

    /// <summary>A fresh read of the counters.</summary>
    public async Task<InboxCounters> Counters(CancellationToken cancellation) =>
        (await api.Get<InboxCounters>("/api/inbox/counters", cancellation)).Required("counters");

    /// <summary>How many positions of a fresh read this screen does not show; 0 when it shows the present.</summary>
    public long Behind(InboxCounters fresh)
    {
        lock (_gate)
            return fresh.Cursors.Sum(cursor => Math.Max(0, cursor.Position - _positions.GetValueOrDefault(cursor.Seat)));
    }

    public void Dispose()
    {
        _connection?.Dispose();
        _catchingUp.Dispose();
    }

    private async Task Keep(CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                IsLive = true;
                await _connection!.Receive(Apply, Apply, cancellation);
                IsLive = false;
                _connection.Dispose();
                api.Leave(api.Target);
                await Reconnect(cancellation);
                tally.Reconnected();
                await CatchUp(cancellation);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The run is over.
        }
    }

    private async Task Reconnect(CancellationToken cancellation)
    {
        TimeSpan? told = null;
        while (true)
        {
            await Task.Delay(told ?? (Random.Shared.NextDouble() * ReconnectAfterMax), cancellation);
            told = null;
            var target = api.Target;
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(ConnectMax);
            try
            {
                _connection = await LiveConnection.Open(target, api.Cookie!, limit.Token, after => told = after);
                return;
            }
            catch (Exception e) when (e is WebSocketException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
            {
                tally.ConnectRefused();
                if (told is { } after)
                    tally.ToldToComeBack(after);
                api.Leave(target);
            }
        }
    }

    private void Apply(InboxChanged push)
    {
        var gap = false;
        lock (_gate)
        {
            if (_epoch is null)
            {
                _pushedBeforeRead = true;
                return;
            }

            foreach (var change in push.Changes)
            {
                tally.Pushed();
                var known = _positions.GetValueOrDefault(change.Seat);
                gap = push.Epoch != _epoch || change.Position > known + 1;
                if (gap)
                    break;
                if (change.Position <= known)
                {
                    tally.Old();
                    continue;
                }

                _positions[change.Seat] = change.Position;
                shown(this, change.Item);
            }
        }

        if (gap)
        {
            tally.Gap();
            _ = CatchUp(CancellationToken.None);
        }
    }

    private void Apply(Behind told)
    {
        lock (_gate)
        {
            if (_epoch is null || _positions.GetValueOrDefault(told.Seat) >= told.Head)
                return;
        }

        tally.ToldBehind();
        _ = CatchUp(CancellationToken.None);
    }

    private async Task CatchUp(CancellationToken cancellation)
    {
        await _catchingUp.WaitAsync(cancellation);
        try
        {
            SeatCursor[] cursors;
            lock (_gate)
                cursors = [.. _positions.Select(position => new SeatCursor(position.Key, _epoch ?? "", position.Value))];
            var reply = await api.Command<InboxCatchUp>(HttpMethod.Post, "/api/inbox/catch-up", new { cursors }, cancellation);
            if (reply.Value is { } caughtUp)
                Apply(caughtUp);
            else
                tally.CatchUpRefused();
        }
        finally
        {
            _catchingUp.Release();
        }
    }

    private void Apply(InboxCatchUp caughtUp)
    {
        lock (_gate)
        {
            _epoch = caughtUp.Epoch;
            foreach (var seat in caughtUp.Seats)
            {
                if (seat.Resync)
                    tally.Resynced();
                foreach (var item in seat.Changed)
                    shown(this, item);
                _positions[seat.Seat] = Math.Max(_positions.GetValueOrDefault(seat.Seat), seat.Head);
            }
        }
    }
}
