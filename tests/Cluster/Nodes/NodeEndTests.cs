using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PartyRealtime.Silo.Hosting;

namespace PartyRealtime.ClusterTests.Nodes;

/// <summary>Whether a node that has stopped was told to: what started it starts it again otherwise.</summary>
public sealed class NodeEndTests
{
    [Fact]
    public async Task A_part_that_ended_by_an_error_has_broken_the_node()
    {
        using var node = Node<Breaks>();
        await node.StartAsync();
        await node.WaitForShutdownAsync();
        Assert.True(NodeEnd.HasBroken(node));
    }

    [Fact]
    public async Task Parts_that_end_when_they_are_told_to_have_not()
    {
        using var node = Node<Waits>();
        await node.StartAsync();
        await node.StopAsync();
        Assert.False(NodeEnd.HasBroken(node));
    }

    private static IHost Node<TPart>()
        where TPart : BackgroundService
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.ClearProviders();
        builder.Services.AddHostedService<TPart>();
        return builder.Build();
    }

    private sealed class Breaks : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            throw new InvalidOperationException("Broken.");
        }
    }

    private sealed class Waits : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
            }
        }
    }
}
