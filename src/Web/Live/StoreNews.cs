using PartyRealtime.Contracts.Live;

namespace PartyRealtime.Web.Live;

/// <summary>
/// Tells every connection that the node's store went away, and that it is back: a page at rest asks for nothing and would
/// go on calling itself live. Told once for each change, by the poll that reads the store for all of them.
/// </summary>
internal sealed class StoreNews(LiveMap map, LiveOptions options)
{
    private bool _away;

    /// <summary>A read of the store was answered, or not. One caller at a time; never waits for a connection.</summary>
    public void Saw(bool answered)
    {
        if (_away != answered)
            return;
        _away = !answered;
        foreach (var connection in map.All)
            _ = Tell(connection, _away);
    }

    private async Task Tell(LiveConnection connection, bool away)
    {
        try
        {
            var after = Random.Shared.Next((int)options.StoreAskSpread.TotalMilliseconds);
            await connection.Client.StoreChanged(new StoreChanged(away, after));
        }
        catch (Exception)
        {
            // Gone already; it learns it from the first answer after it has come back.
        }
    }
}
