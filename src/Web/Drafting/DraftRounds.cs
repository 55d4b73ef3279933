namespace PartyRealtime.Web.Drafting;

/// <summary>
/// What is done without being asked: awareness is sent on every few milliseconds; every second silent sockets are kept
/// alive, those on which nothing is open are closed, late answers are given, who is not heard of any more is shown as gone, and
/// rooms are looked after.
/// </summary>
internal sealed partial class DraftRounds(
    DraftRooms rooms, DraftSockets sockets, DraftDoor door, DraftingOptions options, TimeProvider time, ILogger<DraftRounds> log)
    : BackgroundService
{
    private static readonly TimeSpan Upkeep = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.AwarenessPeriod, time);
        var upkeptAt = time.GetTimestamp();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var room in rooms.All)
                room.SendAwareness();
            if (time.GetElapsedTime(upkeptAt) < Upkeep)
                continue;
            upkeptAt = time.GetTimestamp();
            sockets.KeepAlive(options.SilenceMax);
            sockets.CloseUnopened(options.UnopenedMax);
            foreach (var room in rooms.All)
                Keep(room, stoppingToken);
        }
    }

    private void Keep(DraftRoom room, CancellationToken stopping)
    {
        room.Awareness.Expire();
        room.AnswerLate();
        if (room.BeginsPulse(options.PulsePeriod))
            _ = Pulse(room, stopping);
    }

    /// <summary>
    /// Joins again for those whose right is due, and for one person in any case where the grain does not know the room: it
    /// came up on another node, and on learning of the room tells it where the log stands.
    /// </summary>
    private async Task Pulse(DraftRoom room, CancellationToken stopping)
    {
        try
        {
            var heard = await room.IsHeard();
            var oldest = room.Visits.OrderBy(visit => visit.AdmittedAt).ToList();
            foreach (var visit in oldest.TakeWhile((visit, place) => IsDue(visit) || (place == 0 && !heard)))
                await door.Readmit(room, visit, stopping);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The grain or the store is away: the next pulse asks again.
            PulseFailed(error.GetType().Name);
        }
        finally
        {
            room.EndPulse();
        }
    }

    private bool IsDue(DraftVisit visit) => time.GetElapsedTime(visit.AdmittedAt) >= options.ReadmitAfter;

    [LoggerMessage(5201, LogLevel.Warning, "A room could not ask for its draft: {Error}")]
    private partial void PulseFailed(string error);
}
