using System.Net;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.Logging;
using PartyRealtime.Nodes;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.WireTests.BadInput;

/// <summary>What is refused is told as a refusal: an operator who is woken by errors is not woken by what people send.</summary>
public sealed class LogTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Refusals_and_what_nobody_can_read_are_information_with_their_code_and_no_error()
    {
        using var log = new CollectedLog();
        await using var node = await OfficeNode.Start(new SqliteDatabase(), log.Join);
        using var me = await node.Enter("clerk.tw");
        Assert.Equal(HttpStatusCode.BadRequest, (await me.Raw(HttpMethod.Post, "/api/documents", "{\"urgency\":7}")).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await me.Raw(HttpMethod.Post, "/api/notes", new string('x', 5 * 1024 * 1024))).Status);
        await using var hub = LiveLink.To(me);
        await hub.StartAsync();
        Assert.Equal("notInScope", await hub.InvokeAsync<string?>("WatchBoard", Guid.NewGuid().ToString()));
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        hub.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        await Assert.ThrowsAnyAsync<Exception>(() => hub.InvokeAsync("UnwatchBoard", new string('x', 40 * 1024)));
        await closed.Task.WaitAsync(Patience);
        await node.Stop();

        Assert.Contains((LogLevel.Information, "A request could not be read: malformed, field urgency", null), log.Lines);
        Assert.Contains((LogLevel.Information, "A request could not be read: fileTooLarge, field (null)", null), log.Lines);
        Assert.Contains((LogLevel.Information, "Refused over a live connection: notInScope", null), log.Lines);
        Assert.Contains((LogLevel.Information, "Refused over a live connection: malformed", null), log.Lines);
        Assert.DoesNotContain(log.Lines, line => line.Level >= LogLevel.Error);
    }
}
