using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Faults;

/// <summary>A node's time of day is the database's, whatever its machine believes.</summary>
[Trait("Needs", "PostgreSql")]
public sealed class ClockTests(PostgreSqlServer server) : IAsyncDisposable
{
    private static readonly TimeSpan Near = TimeSpan.FromSeconds(20);

    private readonly PostgreSqlDatabase _database = new(server);

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_node_takes_over_the_time_of_a_database_that_is_an_hour_apart(int hours)
    {
        await _database.Node();
        await _database.Execute(
            $"CREATE OR REPLACE FUNCTION pr_now() RETURNS timestamptz LANGUAGE sql STABLE AS 'SELECT now() + interval ''{hours} hours'''");

        var node = await _database.Node();

        var expected = DateTimeOffset.UtcNow + TimeSpan.FromHours(hours);
        Assert.InRange(node.Service<TimeProvider>().GetUtcNow(), expected - Near, expected + Near);
    }

    [Fact]
    public async Task A_node_follows_when_the_databases_clock_is_set()
    {
        var node = await _database.Node();
        var time = node.Service<TimeProvider>();
        await _database.Execute(
            "CREATE OR REPLACE FUNCTION pr_now() RETURNS timestamptz LANGUAGE sql STABLE AS 'SELECT now() + interval ''1 hour'''");

        using var limit = new CancellationTokenSource(Near);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (time.GetUtcNow() < DateTimeOffset.UtcNow + TimeSpan.FromMinutes(50))
            await timer.WaitForNextTickAsync(limit.Token);
    }
}
