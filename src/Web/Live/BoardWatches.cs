using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Deliveries;

namespace PartyRealtime.Web.Live;

/// <summary>
/// The boards that are open on this node. A hint only marks a board; the loop reads each marked one at most four times
/// a second and sends what changed to all who watch it. Every board is also compared every few seconds without a hint.
/// </summary>
internal sealed partial class BoardWatches(
    LiveMap map,
    IBoardReads boards,
    DocumentInterest interest,
    LiveOptions options,
    TimeProvider time,
    ILogger<BoardWatches> log) : DocumentWatches<BoardWatch>(static id => new BoardWatch(id), map, interest)
{
    /// <summary>
    /// Starts to watch: the whole board is sent first, and nothing between it and the changes after it is left out. False
    /// when the document has no board.
    /// </summary>
    public async Task<bool> Watch(string connection, Actor person, DocumentId document, CancellationToken cancellation)
    {
        var watch = Join(connection, person, document);
        if (await watch.Whole(boards, cancellation) is not { } whole)
        {
            Unwatch(connection, document);
            return false;
        }

        Say(connection, client => client.BoardChanged(whole));
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.BoardPeriodMin, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var watch in Open)
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
                SayToAll(watch, client => client.BoardChanged(change));
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
