using System.Diagnostics;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>A job that no node can do.</summary>
[Collection(BesideCollection.Name)]
public sealed class PoisonTests(OfficeCluster cluster) : IDisposable
{
    private static readonly TimeSpan ArrivedMax = TimeSpan.FromMinutes(2);

    private readonly ClusterDesk _desk = new(cluster, 0);

    [Fact]
    public async Task A_job_that_fails_on_every_node_holds_up_no_other()
    {
        await cluster.Mend();
        var (clerk, leader) = (await _desk.SignIn("clerk.tw"), await _desk.SignIn("leader.tw"));
        var poisoned = await _desk.Issued(clerk, leader);
        await Arrived(poisoned);
        // Oldest of all, so that every look finds it first; a reminder without a list of units.
        await cluster.Query<int>(
            """
            INSERT INTO job (id, kind, subject, position, cursor, total, payload, created_at_ms)
            SELECT gen_random_uuid(), 'reminder', @poisoned, 1, 0, count(*), 'poison', 0 FROM delivery WHERE document_id = @poisoned
            """,
            new { poisoned });

        try
        {
            await Arrived(await _desk.Issued(clerk, leader));
        }
        finally
        {
            await cluster.Query<int>("DELETE FROM job WHERE payload = 'poison'");
        }
    }

    public void Dispose() => _desk.Dispose();

    /// <summary>Until no delivery of the document is still on its way.</summary>
    private async Task Arrived(Guid document)
    {
        var began = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await OnTheirWay(document) is var left and > 0)
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < ArrivedMax, $"{left} deliveries have not arrived after {ArrivedMax}");
            await timer.WaitForNextTickAsync();
        }
    }

    private async Task<long> OnTheirWay(Guid document) =>
        (await cluster.Query<long>("SELECT count(*) FROM delivery WHERE document_id = @document AND state = 1", new { document }))[0];
}
