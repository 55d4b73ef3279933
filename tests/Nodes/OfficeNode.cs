using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.Silo.Hosting;
using PartyRealtime.Storage.Commits;
using PartyRealtime.Storage.Organisation.Seeding;
using PartyRealtime.StorageTests.Stores;
using PartyRealtime.Web;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Hosting;
using StreamId = PartyRealtime.Contracts.Streams.StreamId;

namespace PartyRealtime.Nodes;

/// <summary>
/// A whole node in the test's process, on a real store with the smallest demo organisation (34 provinces with one
/// commune each) unless the test asks for another, listening on a free loopback port.
/// </summary>
public sealed class OfficeNode : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly WebApplication _app;
    private readonly bool _ownsDatabase;

    private OfficeNode(TestDatabase database, bool ownsDatabase, WebApplication app)
    {
        _database = database;
        _ownsDatabase = ownsDatabase;
        _app = app;
        Url = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public Uri Url { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>The password of every demo account.</summary>
    public string Password { get; private set; } = "";

    /// <param name="database">The node's own: it ends with the node.</param>
    /// <param name="rewire">Changes the wiring last.</param>
    /// <param name="change">Changes how it runs, as in a cluster.</param>
    public static Task<OfficeNode> Start(
        TestDatabase database,
        Action<IServiceCollection>? rewire = null,
        OrganisationSize size = OrganisationSize.S1,
        Func<NodeSettings, NodeSettings>? change = null) => Start(database, ownsDatabase: true, node: 0, rewire, size, change);

    /// <summary>Another node on the same database, to be ended before this one.</summary>
    public Task<OfficeNode> Join(int node, Func<NodeSettings, NodeSettings> change, Action<IServiceCollection>? rewire = null) =>
        Start(_database, ownsDatabase: false, node, rewire, OrganisationSize.S1, change);

    private static async Task<OfficeNode> Start(
        TestDatabase database,
        bool ownsDatabase,
        int node,
        Action<IServiceCollection>? rewire,
        OrganisationSize size,
        Func<NodeSettings, NodeSettings>? change)
    {
        var store = await database.OptionsOf(node);
        var settings = new NodeSettings
        {
            DataDirectory = store.DataDirectory,
            Store = store.PostgreSql,
            Port = 0,
            OperationsPort = null,
            Seed = size,
        };
        var app = WebNode.Build(change?.Invoke(settings) ?? settings, services =>
        {
            // The whole of it: the settings of a node know no bound on the database's size.
            services.AddSingleton(store);
            // Who drains it takes it back as well.
            services.AddSingleton(new DrainOptions { Notice = TimeSpan.FromHours(1) });
            rewire?.Invoke(services);
        });
        await app.StartAsync();
        var password = await app.Services.GetRequiredService<DemoPassword>().Ensure(CancellationToken.None);
        return new OfficeNode(database, ownsDatabase, app) { Password = password! };
    }

    /// <summary>The person of this sign-in name, with an open session.</summary>
    public async Task<Person> Enter(string signIn)
    {
        var account = await Services.GetRequiredService<Storage.Sessions.ISessionReads>().Account(signIn)
            ?? throw new InvalidOperationException($"There is no {signIn}.");
        var token = SessionCookie.NewToken();
        var now = DateTimeOffset.UtcNow;
        await Apply(new SessionRow
        {
            Id = SessionKey.OfToken(token).ToBytes(),
            Official = account.Official,
            CreatedAt = now,
            ExpiresAt = now.AddHours(1),
            SeenAt = now,
            UserAgent = "test",
        });
        return new Person(this, signIn, account.Official, new Cookie("pr", token, "/", Url.Host));
    }

    /// <summary>Writes rows as the organisation's own acts would.</summary>
    public async Task<CommitResult.Committed> Apply(params IRow[] rows) => Assert.IsType<CommitResult.Committed>(
        await Services.GetRequiredService<ICommitWriter>().Write(new Commit
        {
            By = Actor.System,
            Appends = [new StreamAppend(new StreamId(Guid.NewGuid()), 0, [new Fact("test.arranged", "{}")])],
            Rows = [.. rows],
        }));

    /// <summary>Changes inboxes as some slice's act would.</summary>
    public async Task<CommitResult.Committed> Change(params InboxChange[] changes) => Assert.IsType<CommitResult.Committed>(
        await Services.GetRequiredService<ICommitWriter>().Write(new Commit
        {
            By = Actor.System,
            Appends = [new StreamAppend(new StreamId(Guid.NewGuid()), 0, [new Fact("test.arranged", "{}")])],
            Inbox = [.. changes],
        }));

    /// <summary>Puts a new item into a seat's inbox.</summary>
    public async Task<ItemKey> Arrive(SeatId seat, Box box = Box.WaitingReceipt, Secrecy secrecy = Secrecy.Normal)
    {
        var key = new ItemKey(seat, Guid.NewGuid(), Reason.Delivery);
        await Change(new InboxChange(key, InboxChangeKind.Arrived, null, box, new ItemContent { Secrecy = secrecy }));
        return key;
    }

    /// <summary>Changes the store behind the node's back.</summary>
    public Task Execute(string sql) => _database.Execute(sql);

    /// <summary>Stops the node as SIGTERM does.</summary>
    public Task Stop() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_ownsDatabase)
            await _database.DisposeAsync();
    }
}
