using PartyRealtime.StorageTests.Commits;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Faults;

/// <summary>What the planner makes of the writer's statements.</summary>
[Trait("Needs", "PostgreSql")]
public sealed class WriterPlanTests(PostgreSqlServer server)
{
    [Fact]
    public async Task No_statement_of_the_writer_scans_a_table()
    {
        await using var database = new PostgreSqlDatabase(server);
        await database.Stop(await database.Node());
        await database.Execute(
            $"""
            INSERT INTO stream_head SELECT gen_random_uuid(), 1 FROM generate_series(1, 5000);
            INSERT INTO inbox_head SELECT 100000 + n, 0 FROM generate_series(1, 5000) n;
            INSERT INTO claim SELECT 9, gen_random_uuid(), '', gen_random_uuid(), 1, 1, 1 FROM generate_series(1, 5000);
            INSERT INTO register SELECT 'r' || n, 1, '' FROM generate_series(1, 5000) n;
            INSERT INTO inbox_item (seat_id, subject, reason, box, changed_seq, arrived_seq, arrived_at_ms, read_by, urgency, secrecy, overdue)
              SELECT 100000 + n, gen_random_uuid(), 1, 1, 1, 1, 1, ',', 0, 0, 0 FROM generate_series(1, 5000) n;
            ANALYZE;
            ALTER DATABASE {database.Name} SET session_preload_libraries = 'auto_explain';
            ALTER DATABASE {database.Name} SET auto_explain.log_min_duration = 0;
            """);
        var node = await database.Node();
        foreach (var commit in Scenario.Commits)
            await node.Apply(commit);
        await node.Write(Scenario.Commits[^1]);
        await node.Writer.Abandon(Make.Key());
        await database.Stop(node);

        var plans = await WriterPlans(database.Name);
        Assert.True(plans.Count > 50, $"Only {plans.Count} plans were logged.");
        Assert.DoesNotContain(plans, plan => plan.Contains("Seq Scan", StringComparison.Ordinal));
    }

    /// <summary>The logged plans of the writer's sessions; a log entry is a line with a prefix and indented ones after it.</summary>
    private async Task<List<string>> WriterPlans(string database)
    {
        var log = await File.ReadAllTextAsync(server.LogPath);
        return [.. log.Split("\n2").Where(entry =>
            entry.Contains($"partyrealtime-writer@{database} ", StringComparison.Ordinal) && entry.Contains("plan:", StringComparison.Ordinal))];
    }
}
