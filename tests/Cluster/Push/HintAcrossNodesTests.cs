using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.ClusterTests.Edges;
using PartyRealtime.ClusterTests.LiveEqualsFresh;
using PartyRealtime.Nodes;
using PartyRealtime.Processes;
using PartyRealtime.Silo.Hosting;
using PartyRealtime.Web.Live;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.ClusterTests.Push;

/// <summary>
/// A note that is sent at one node is on a screen at another because the bus brought it: the poll of heads would bring it as
/// well, some seconds later.
/// </summary>
[Trait("Needs", "PostgreSql")]
public sealed class HintAcrossNodesTests(PostgreSqlServer server, ITestOutputHelper output)
{
    private const int Notes = 20;

    [Theory]
    [InlineData(PushLinkKind.Orleans, "orleans")]
    [InlineData(PushLinkKind.Redis, "redis")]
    public async Task A_note_sent_at_one_node_is_at_once_on_a_screen_at_another_and_the_bus_has_brought_it(PushLinkKind push, string way)
    {
        await using var redis = push == PushLinkKind.Redis ? await RedisServer.Start() : null;
        await using var first = await OfficeNode.Start(new PostgreSqlDatabase(server), change: settings =>
            EdgeAndSilo.Member(settings, "node-1", NodeRoles.Web | NodeRoles.Silo, push, redis?.Address));
        // No grain of ours is on the second node: whatever is committed is committed on the first.
        // Its poll leaves even a slow hint the time to come.
        await using var second = await first.Join(
            1,
            settings => EdgeAndSilo.Member(settings, "node-2", NodeRoles.Web, push, redis?.Address),
            services => services.AddSingleton(new LiveOptions { HintGrace = TimeSpan.FromSeconds(20) }));
        using var here = new PushTally(first.Services.GetRequiredService<IMeterFactory>());
        using var there = new PushTally(second.Services.GetRequiredService<IMeterFactory>());
        using var sender = await first.Enter(Cast.ProvinceClerk);
        using var reader = await second.Enter(Cast.Clerk);
        await using var screen = await Watcher.Connect(reader);
        await screen.Told;
        await Warm(sender, screen, () => here.Of("push.sent", way));

        var written = 0;
        await BusTries.Undisturbed(
            async () =>
            {
                var (sent, hits, caughtUp) = (here.Of("push.sent", way), there.Of("live.poll_hits"), screen.CatchUps);
                var took = new List<TimeSpan>();
                for (var note = 0; note < Notes; note++)
                    took.Add(await Seen(sender, screen, string.Create(CultureInfo.InvariantCulture, $"tin {++written}")));
                took.Sort();
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{way}: {Notes} notes on the screen after {took[Notes / 2].TotalMilliseconds:0} ms in the median, {took[^1].TotalMilliseconds:0} ms at most"));
                Assert.Equal(hits, there.Of("live.poll_hits"));
                Assert.Equal(caughtUp, screen.CatchUps);
                // A hint is counted when the other node has answered, which may be after it is on the screen.
                Assert.InRange(here.Of("push.sent", way) - sent, Notes - 1, Notes + 1);
                Assert.InRange(took[Notes / 2], TimeSpan.Zero, TimeSpan.FromSeconds(1));
            },
            () => here.Of("push.sent") - here.Of("push.sent", way));
    }

    /// <summary>Until the first node knows that somebody at the second follows the reader's seat, and has this way to it.</summary>
    private static async Task Warm(Person sender, Watcher screen, Func<long> sent)
    {
        for (var note = 0; sent() < 2; note++)
        {
            await Seen(sender, screen, string.Create(CultureInfo.InvariantCulture, $"trước {note}"));
            Assert.True(note < 100, "No hint goes this way.");
        }
    }

    /// <summary>From the sending until the note is on the screen.</summary>
    private static async Task<TimeSpan> Seen(Person sender, Watcher screen, string text)
    {
        var began = Stopwatch.GetTimestamp();
        var (status, _) = await sender.Post("/api/notes", new { to = screen.Person.Official.Value, text });
        Assert.Equal(HttpStatusCode.OK, status);
        await screen.Item(item => item.Note == text);
        return Stopwatch.GetElapsedTime(began);
    }
}
