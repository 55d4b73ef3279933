using Microsoft.AspNetCore.SignalR;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Storage.Deliveries;

namespace PartyRealtime.Web.Live;

/// <summary>
/// The boards that are open on this node. A hint only marks a board; the loop reads each marked one at most four times
/// a second and sends what changed to all who watch it, in one message written once. Every board is also compared
/// every few seconds without a hint.
/// </summary>
internal sealed partial class BoardWatches(
    IHubContext<LiveHub, ILiveClient> hub,
    IBoardReads boards,
    DocumentInterest interest,
    LiveOptions options,
    TimeProvider time,
    ILogger<BoardWatches> log) : BackgroundService
{
    private readonly Followed<DocumentId, BoardWatch> _open = new(
        static id => new BoardWatch(id), interest.Follow<BoardWatch>, interest.Unfollow<BoardWatch>);

    /// <summary>The one name of a board's group.</summary>
    public static string GroupOf(DocumentId document) => "board:" + document;

    /// <summary>A delivery of the document changed; does nothing when nobody here has its board open.</summary>
    public void Touch(DocumentId document)
    {
        if (_open.TryGet(document, out var watch))
            watch.Touch();
    }

    /// <summary>
    /// Starts to watch: the connection is in the group before the board is read, so the whole board that it is sent
    /// first and the changes after it leave nothing out. False when the document has no board.
    /// </summary>
    public async Task<bool> Watch(string connection, DocumentId document, CancellationToken cancellation)
    {
        var watch = _open.Join(document, one => one.Add(connection));
        await hub.Groups.AddToGroupAsync(connection, GroupOf(document), cancellation);
        if (await watch.Whole(boards, cancellation) is not { } whole)
        {
            await Unwatch(connection, document);
            return false;
        }

        await hub.Clients.Client(connection).BoardChanged(whole);
        return true;
    }

    public async Task Unwatch(string connection, DocumentId document)
    {
        await hub.Groups.RemoveFromGroupAsync(connection, GroupOf(document), CancellationToken.None);
        Forget(connection, document);
    }

    /// <summary>For a connection that has gone: its groups went with it.</summary>
    public void Forget(string connection, DocumentId document) => _open.Leave(document, watch => watch.Remove(connection));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.BoardPeriodMin, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var watch in _open.Values)
            {
                if (watch.IsTouched || time.GetElapsedTime(watch.LookedAt) >= options.BoardPollPeriod)
                    await Look(watch, stoppingToken);
            }
        }
    }

    private async Task Look(BoardWatch watch, CancellationToken stopping)
    {
        try
        {
            if (await watch.Look(boards, time, stopping) is { } change)
                await hub.Clients.Group(GroupOf(watch.Document)).BoardChanged(change);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The store is away: the board is compared again with the next hint or period.
            watch.Touch();
            LookFailed(error.GetType().Name);
        }
    }

    [LoggerMessage(5102, LogLevel.Warning, "An open board could not be read: {Error}")]
    private partial void LookFailed(string error);
}
