namespace PartyRealtime.Silo.Hosting;

/// <summary>How a node's program starts.</summary>
public static class NodeStart
{
    /// <summary>
    /// Starts the node. One that cannot start, because its port is taken for instance, ends in order what has started before
    /// the failure goes on: it may be a member of the cluster by then, and would be missed.
    /// </summary>
    public static async Task Start(IHost node)
    {
        try
        {
            await node.StartAsync();
        }
        catch
        {
            await End(node);
            throw;
        }
    }

    private static async Task End(IHost node)
    {
        try
        {
            await node.StopAsync();
        }
        catch (Exception)
        {
            // What has not started does not stop either; why it did not start is what counts.
        }
    }
}
