using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Processes;
using PartyRealtime.Silo.Hosting;
using PartyRealtime.Silo.Push;
using PartyRealtime.Storage.Live;

namespace PartyRealtime.ClusterTests.Push;

/// <summary>A member of a cluster in this process, as far as hints go: no store, no people, members in memory.</summary>
internal sealed class PushNode : IAsyncDisposable
{
    private const string Name = "push";

    private readonly IHost _host;

    private PushNode(IHost host, Arrivals arrivals, IPEndPoint endpoint)
    {
        (_host, Arrivals, Endpoint) = (host, arrivals, endpoint);
        Tally = new PushTally(host.Services.GetRequiredService<IMeterFactory>());
    }

    public Arrivals Arrivals { get; }

    public PushTally Tally { get; }

    public IPEndPoint Endpoint { get; }

    public IServiceProvider Services => _host.Services;

    /// <param name="first">Where the first node of the cluster is; null for the first.</param>
    public static async Task<PushNode> Start(IPEndPoint? first, PushLinkKind push, string? redis)
    {
        var (endpoint, arrivals) = (new IPEndPoint(IPAddress.Loopback, LoopbackPorts.Free()), new Arrivals());
        var cluster = new ClusterSettings { Name = Name, Node = Name, Store = "", Push = push, Redis = redis };
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(endpoint.Port, gatewayPort: 0, first ?? endpoint, Name, Name);
            silo.Services.AddSingleton(TimeProvider.System);
            silo.Services.AddSingleton<IPushSink>(arrivals);
            silo.Services.AddSingleton<InProcessPushBus>();
            silo.AddPushLinks(cluster);
        });
        var node = new PushNode(builder.Build(), arrivals, endpoint);
        await node._host.StartAsync();
        return node;
    }

    public void Follow(SeatId seat) => Interest.Follow(seat);

    public void Unfollow(SeatId seat) => Interest.Unfollow(seat);

    public void Follow(DocumentId document) => Interest.Follow(document);

    /// <summary>Hands a hint to the bus, as the writer does after a commit.</summary>
    public void Publish(SeatId seat, long position = 1) => Publish([Change(seat, position)], []);

    public void Publish(DocumentId document) => Publish([], [document]);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        Tally.Dispose();
        _host.Dispose();
    }

    private IPushInterest Interest => Services.GetRequiredService<IPushInterest>();

    private void Publish(ImmutableArray<CommittedInboxChange> inbox, ImmutableArray<DocumentId> documents) =>
        Services.GetRequiredService<IPushBus>().Publish(new PushEnvelope(default, inbox, documents));

    private static CommittedInboxChange Change(SeatId seat, long position) => new(seat, position, InboxChangeKind.Arrived, null, null, new InboxItem
    {
        Seat = seat, Subject = Guid.Empty, Reason = Reason.Note, Box = Box.Notes, Position = position, ArrivedAt = default,
    });
}
