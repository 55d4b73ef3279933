using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Commits;

/// <summary>The scenario leaves the same rows on every database: those of <c>expected-rows.txt</c>.</summary>
public abstract class ExpectedRowsSuite(TestDatabase database) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_scenario_leaves_the_expected_rows()
    {
        await database.SetClock(new DateTimeOffset(2026, 11, 23, 18, 30, 0, 5, TimeSpan.Zero));
        var node = await database.Node();
        foreach (var commit in Scenario.Commits)
            await node.Apply(commit);

        var actual = await TableDump.Of(node);
        var folder = AppContext.BaseDirectory;
        // Beside the expected rows, so that a change that is meant can be compared and taken over.
        await File.WriteAllTextAsync(Path.Combine(folder, "actual-rows.txt"), actual);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(folder, "expected-rows.txt")), actual);
    }
}
