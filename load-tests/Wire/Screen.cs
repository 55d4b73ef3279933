using System.Net.WebSockets;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Contracts.Sessions;

namespace PartyRealtime.LoadTests.Wire;

/// <summary>
/// One person at one screen: connected first, read afterwards, then kept up by pushes. Applies a change only when it is
/// the next position of its seat; a gap is repaired by catching up, exactly as the browser does it.
/// </summary>
public sealed class Screen : IDisposable
{
    /// <summary>As the browser's client has it: so long after the last word the connection is given up.</summary>
    private static readonly TimeSpan SilenceMax = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan ConnectMax = TimeSpan.FromSeconds(5);

    /// <summary>A node that has just begun, or to which everybody comes at once, may take so long for the first one.</summary>
    private static readonly TimeSpan FirstConnectMax = TimeSpan.FromSeconds(15);

    private const int ConnectTries = 10;
    private static readonly TimeSpan ConnectPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CatchUpPause = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Api _api;
    private readonly ScreenTally _tally;
    private readonly ScreenPositions _positions;
    private readonly LivePushes _pushes;
    private readonly SemaphoreSlim _catchingUp = new(1, 1);
    private readonly SemaphoreSlim _reload = new(0);
    private readonly ReconnectPlan _plan = new(Random.Shared);
    private LiveConnection? _connection;

    /// <summary>The node of the connection; the person's calls may have gone on to another meanwhile.</summary>
    private Uri? _connectedTo;

    private volatile bool _returns;

    /// <param name="api">The person's calls.</param>
    /// <param name="tally">What all screens of the run count together.</param>
    /// <param name="shown">Called for each item when the screen shows it changed, by push or by catching up.</param>
    public Screen(Api api, ScreenTally tally, Action<Screen, InboxItem> shown)
    {
        (_api, _tally) = (api, tally);
        _positions = new ScreenPositions(tally, item => shown(this, item));
        _pushes = new LivePushes(Apply, Apply, leaving => _plan.Told(TimeSpan.FromMilliseconds(leaving.ReconnectAfterMs)));
    }

    public Me Person { get; private set; } = null!;

    public Api Api => _api;

    /// <summary>Who am I, connect, first read. The counters of that read are the person's state before the run.</summary>
    public async Task<InboxCounters> Open(CancellationToken cancellation)
    {
        Person = await _api.Read<Me>("/api/session", cancellation);
        _connection = await Connect(cancellation);
        _ = Keep(cancellation);
        var counters = await Counters(cancellation);
        bool isPresent;
        lock (_gate)
            isPresent = _positions.Take(counters);
        if (!isPresent)
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

    /// <summary>Connects to the node that it began with, as people are spread anew when a node has come back.</summary>
    public void Return()
    {
        if (!_api.Return())
            return;
        _returns = true;
        Drop();
    }

    /// <summary>A screen that is not connected tries at once, as somebody does who reloads the page.</summary>
    public void Reload()
    {
        if (!IsLive)
            _reload.Release();
    }

    /// <summary>A fresh read of the counters.</summary>
    public Task<InboxCounters> Counters(CancellationToken cancellation) =>
        _api.Read<InboxCounters>("/api/inbox/counters", cancellation);

    /// <summary>The positions by which this screen is behind or ahead of a fresh read; 0 when it shows the present.</summary>
    public long Apart(InboxCounters fresh)
    {
        lock (_gate)
            return _positions.Apart(fresh);
    }

    public void Dispose()
    {
        _connection?.Dispose();
        _catchingUp.Dispose();
        _reload.Dispose();
    }

    /// <summary>The first connection: a node that refuses it is left for the next one, for some time.</summary>
    private async Task<LiveConnection> Connect(CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            var target = _api.Target;
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(FirstConnectMax);
            try
            {
                _connectedTo = target;
                return await LiveConnection.Open(target, _api.Cookie!, limit.Token);
            }
            catch (Exception refused) when (tries < ConnectTries && IsRefusal(refused, cancellation))
            {
                _api.Leave(target);
                await Task.Delay(ConnectPause, cancellation);
            }
        }
    }

    private async Task Keep(CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                IsLive = true;
                await _connection!.Receive(_pushes, cancellation);
                IsLive = false;
                _connection.Dispose();
                if (!_returns)
                    _api.Leave(_connectedTo!);
                _returns = false;
                await Reconnect(cancellation);
                _tally.Reconnected();
                while (!await CatchUp(cancellation))
                    await Task.Delay(CatchUpPause, cancellation);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The run is over.
        }
    }

    private async Task Reconnect(CancellationToken cancellation)
    {
        var wait = _plan.Lost();
        while (true)
        {
            if (await _reload.WaitAsync(wait, cancellation))
                _plan.Reloaded();
            var target = _api.Target;
            TimeSpan? told = null;
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(ConnectMax);
            try
            {
                _connection = await LiveConnection.Open(target, _api.Cookie!, limit.Token, after => told = after);
                _connectedTo = target;
                lock (_gate)
                    _positions.Connected();
                return;
            }
            catch (Exception refused) when (IsRefusal(refused, cancellation))
            {
                _tally.ConnectRefused();
                if (told is { } after)
                    _tally.ToldToComeBack(after);
                wait = _plan.Failed(told);
                _api.Leave(target);
            }
        }
    }

    /// <summary>The node does not take the connection, or not in time.</summary>
    private static bool IsRefusal(Exception e, CancellationToken cancellation) =>
        e is WebSocketException || (e is OperationCanceledException && !cancellation.IsCancellationRequested);

    private void Apply(InboxChanged push)
    {
        bool isPresent;
        lock (_gate)
            isPresent = _positions.Take(push);
        if (isPresent)
            return;
        _tally.Gap();
        _ = CatchUp(CancellationToken.None);
    }

    private void Apply(Behind told)
    {
        lock (_gate)
        {
            if (!_positions.IsBehind(told))
                return;
        }

        _tally.ToldBehind();
        _ = CatchUp(CancellationToken.None);
    }

    /// <summary>Whether there was an answer, be it a refusal that is final; else what is missing has to be asked for again.</summary>
    private async Task<bool> CatchUp(CancellationToken cancellation)
    {
        await _catchingUp.WaitAsync(cancellation);
        try
        {
            IReadOnlyList<SeatCursor> cursors;
            lock (_gate)
                cursors = _positions.Cursors;
            var reply = await _api.Command<InboxCatchUp>(HttpMethod.Post, "/api/inbox/catch-up", new { cursors }, cancellation);
            if (reply.Value is not { } caughtUp)
            {
                _tally.CatchUpRefused();
                return !reply.MayBeSentAgain;
            }

            lock (_gate)
                _positions.Take(caughtUp);
            return true;
        }
        finally
        {
            _catchingUp.Release();
        }
    }
}
