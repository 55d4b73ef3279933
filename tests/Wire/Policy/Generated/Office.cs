using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Nodes;
using PartyRealtime.Storage.Deliveries;
using PartyRealtime.Storage.Documents;
using PartyRealtime.Storage.Drafting;
using PartyRealtime.Storage.Inbox;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.StorageTests.Stores;
using PartyRealtime.Web.Auth;

namespace PartyRealtime.WireTests.Policy.Generated;

/// <summary>A node with people of every role in units that stand differently to each other, and things in every state.</summary>
public sealed class Office : IAsyncLifetime
{
    private const string Parent = "01";
    private const string NotArrived = "08";

    /// <summary>
    /// The issuing commune with its room; a body of its province; that province, which receives; a commune of another
    /// province, which receives and took in two others; a province the document is on its way to; the centre, which
    /// has nothing to do with it.
    /// </summary>
    private static readonly string[] Units = [Papers.IssuingUnit, Parent, Merger, "tw"];

    internal const string Former = "leader2.00004";

    private readonly SqliteDatabase _database = new();

    /// <summary>The commune that took in two others, of province 11.</summary>
    internal const string Merger = "03127";

    public OfficeNode Node { get; private set; } = null!;

    internal Papers Papers { get; private set; } = null!;

    internal OrganisationMap Organisation => Node.Services.GetRequiredService<IOrganisationMap>().Current;

    internal ImmutableArray<Player> Players { get; private set; } = [];

    internal ImmutableArray<Thing> Documents { get; private set; } = [];

    internal ImmutableArray<Thing> Deliveries { get; private set; } = [];

    internal ImmutableArray<Thing> Steps { get; private set; } = [];

    /// <summary>Items of other people's inboxes.</summary>
    internal ImmutableArray<Thing> Items { get; private set; } = [];

    /// <summary>Desks and posts of units, and of a room of one.</summary>
    internal IEnumerable<Thing> Seats => Units
        .Select(code => Organisation.Unit(code)!)
        .Concat(Organisation.Branch(Organisation.Unit(Papers.IssuingUnit)!.Id))
        .DistinctBy(unit => unit.Id)
        .SelectMany(unit => unit.Posts.Take(2).Select(post => post.Seat).Concat(unit.Desk is { } desk ? [desk] : [])
            .Select(seat => new Thing { Name = $"seat {seat} of {unit.Code}", Seat = seat.Value, Unit = unit.Id.Value }));

    /// <summary>Some people's accounts.</summary>
    internal IEnumerable<Thing> Accounts => Players.Where(player => player.Name is not Former).Select(player => new Thing
    {
        Name = $"account of {player.Name}",
        Official = player.Actor.Official.Value,
        HeldIn = [.. player.Actor.Seats.Where(seat => seat.Unit is not null).Select(seat => seat.Unit!.Value).Distinct()],
    });

    internal Player Nobody { get; private set; } = null!;

    /// <summary>Sees no document at all.</summary>
    internal OfficialId Operator => Player("operator").Actor.Official;

    public async ValueTask InitializeAsync()
    {
        Node = await OfficeNode.Start(_database, services => services.Replace(ServiceDescriptor.Singleton<IPasswordCheck, KnownPassword>()));
        Papers = new Papers(Node);
        await Arrange();
        var names = Units.SelectMany(unit => new[] { "clerk", "leader", "specialist", "admin" }.Select(role => $"{role}.{unit}"))
            .Concat(["leader3.00004", "leader4.00004", "specialist2.00004", $"leader4.{Merger}", $"specialist2.{Merger}", "clerk.01.btc", "leader.01.btc", $"clerk.{NotArrived}", $"leader.{NotArrived}", "operator", Former]);
        var players = ImmutableArray.CreateBuilder<Player>();
        foreach (var name in names)
            players.Add(await Enter(name));
        Players = players.ToImmutable();
        Nobody = new Player(Node, null, null, null);
        Items = [.. await ItemsOf(Papers.Leader), .. await ItemsOf("clerk.01"), .. await ItemsOf($"specialist2.{Merger}")];
        // What is made from here on is none of what the searches are held to.
        Papers.Words = "Bản khác";
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var player in Players)
            player.Dispose();
        Nobody.Dispose();
        await Node.DisposeAsync();
    }

    internal Player Player(string signIn) => Players.Single(player => player.Name == signIn);

    internal Thing Document(string name) => Documents.Single(thing => thing.Name == name);

    /// <summary>The person with a new session.</summary>
    internal async Task<Player> Enter(string signIn)
    {
        var person = await Node.Enter(signIn);
        var session = await Node.Services.GetRequiredService<ISessions>().Find(SessionKey.OfToken(person.Session.Value));
        var actor = session!.ActorOn(OfficeDay.Today(TimeProvider.System), null);
        return new Player(Node, person, actor, ReaderScope.Of(actor, Organisation));
    }

    /// <summary>The document as it stands.</summary>
    internal async Task<Thing> Load(string name, Guid id, string hash)
    {
        var document = await Node.Services.GetRequiredService<IDocumentReads>().Find(new DocumentId(id));
        var reads = Node.Services.GetRequiredService<IDeliveryReads>();
        var deliveries = ImmutableArray.CreateBuilder<(DeliveryRow, ImmutableArray<StepRow>)>();
        foreach (var row in await reads.Chunk(new DocumentId(id), 0, 100))
            deliveries.Add((row, await reads.Steps(row.Id)));
        var participants = await Node.Services.GetRequiredService<IDraftReads>().Participants(new DocumentId(id));
        return new Thing
        {
            Name = name,
            DocumentId = id,
            Hash = hash,
            HasFile = true,
            Document = document,
            Deliveries = deliveries.ToImmutable(),
            Participants = participants,
        };
    }

    internal static IEnumerable<Thing> DeliveriesOf(Thing document) => document.Deliveries.Select(delivery => document with
    {
        Name = $"{document.Name}→{delivery.Row.Unit} ({delivery.Row.State})",
        DeliveryId = delivery.Row.Id.Value,
        Delivery = delivery.Row,
        Steps = delivery.Steps,
        Again = null,
    });

    internal static IEnumerable<Thing> StepsOf(Thing delivery) => delivery.Steps.Select(step => delivery with
    {
        Name = $"{delivery.Name}, step {step.Role} {step.State} of seat {step.Seat}",
        StepId = step.Id.Value,
        Step = step,
    });

    internal async Task<SeatId> SeatOf(string signIn)
    {
        using var player = await Enter(signIn);
        return player.Actor.Seats.First(seat => seat.Kind == SeatKind.Post).Seat;
    }

    private async Task<IEnumerable<Thing>> ItemsOf(string signIn)
    {
        var items = new List<Thing>();
        foreach (var box in Enum.GetValues<Box>().Where(box => box != Box.Closed))
        {
            var page = await Node.Services.GetRequiredService<IInboxReads>().Page(Player(signIn).Actor, new InboxQuery(box, InboxFilter.All, null, 1));
            items.AddRange(page.Value!.Items.Select(item =>
                new Thing { Name = $"{box} of {signIn}", Item = new ItemKey(item.Seat, item.Subject, item.Reason) }));
        }

        return items;
    }

    private async Task Arrange()
    {
        var documents = ImmutableArray.CreateBuilder<Thing>();
        foreach (var state in Enum.GetValues<DocumentState>().Where(state => state < DocumentState.Issued))
            documents.Add(await Thing($"{state}", () => Papers.Document(state)));
        documents.Add(await Thing("clerk's draft", () => Papers.Document(DocumentState.Drafting, Papers.Clerk)));
        documents.Add(await Thing("clerk's draft in review", () => Papers.Document(DocumentState.InReview, Papers.Clerk)));
        documents.Add(await Thing("voided", Papers.Voided));
        documents.Add(await Thing("written together", async () => await Papers.Together(await SeatOf($"specialist.{Parent}"), await SeatOf($"leader.{Merger}"))));
        documents.Add(await Thing("written together, in review", async () => await Papers.TogetherInReview(await SeatOf($"specialist.{Parent}"), await SeatOf($"leader.{Merger}"))));
        foreach (var state in Enum.GetValues<DeliveryState>().Where(state => state > DeliveryState.Sent))
            documents.Add(await Thing($"issued and {state}", () => Delivered(state)));
        documents.Add(await Thing("on its way", OnItsWay));
        documents.Add(await Thing("asked back", AskedBack));
        documents.Add(await Thing("secret", Secret));
        documents.Add(await Thing("recalled step", StepRecalled));
        documents.Add(await Thing("returned step", StepReturned));
        documents.AddRange(await LeftBehind());
        Documents = documents.ToImmutable();
        Deliveries = [.. Documents.SelectMany(document => DeliveriesOf(document).Select(delivery => delivery with
        {
            Again = document.Again is null ? null : async () => DeliveriesOf(await document.Again!()).Single(other => other.Delivery!.Unit == delivery.Delivery!.Unit),
        }))];
        Steps = [.. Deliveries.SelectMany(delivery => StepsOf(delivery).Select(step => step with
        {
            Again = delivery.Again is null ? null : async () => StepsOf(await delivery.Again!()).First(other => (other.Step!.Seat, other.Step.Role, other.Step.State) == (step.Step!.Seat, step.Step.Role, step.Step.State)),
        }))];
    }

    private async Task<Thing> Thing(string name, Func<Task<(Guid Id, string Hash)>> make)
    {
        return await Make();

        async Task<Thing> Make()
        {
            var (id, hash) = await make();
            return await Load(name, id, hash) with { Again = Make };
        }
    }

    /// <summary>Issued to two units, and brought to this state at both.</summary>
    private async Task<(Guid Id, string Hash)> Delivered(DeliveryState until)
    {
        var document = await Papers.Document(DocumentState.Issued, Papers.Author, $"unit:{Parent}", $"unit:{Merger}");
        foreach (var unit in new[] { Parent, Merger })
        {
            var delivery = DeliveryId.Of(new DocumentId(document.Id), Organisation.Unit(unit)!.Id).Value;
            var lead = unit == Merger ? $"specialist2.{unit}" : $"specialist.{unit}";
            if (until == DeliveryState.Returned)
                await Papers.Do($"clerk.{unit}", $"/api/deliveries/{delivery}/return", new { reason = "Nhầm nơi nhận" });
            else if (until == DeliveryState.Registered)
                await Papers.Assign(delivery, unit);
            else if (until > DeliveryState.Registered)
                await Papers.Assign(delivery, unit, await Hands(unit, lead));
            if (until < DeliveryState.InProgress)
                continue;
            var step = StepId.Of(new DeliveryId(delivery), await SeatOf(lead), 2);
            await Papers.Do(lead, $"/api/deliveries/{delivery}/steps/{step}/{(until == DeliveryState.Finished ? "finish" : "open")}");
        }

        return document;
    }

    private async Task<(SeatId Seat, string Role)[]> Hands(string unit, string lead) => unit == Merger
        ? [(await SeatOf(lead), "lead"), (await SeatOf($"leader4.{unit}"), "coordinate"), (await SeatOf($"specialist.{unit}"), "inform")]
        : [(await SeatOf(lead), "lead"), (await SeatOf($"leader.{unit}"), "coordinate")];

    /// <summary>One recipient of the frozen set has not been reached yet, as in a large fan-out.</summary>
    private async Task<(Guid Id, string Hash)> OnItsWay()
    {
        var document = await Delivered(DeliveryState.Arrived);
        var unit = Organisation.Unit(NotArrived)!;
        await Node.Apply(new DeliveryRow
        {
            Id = DeliveryId.Of(new DocumentId(document.Id), unit.Id),
            Document = new DocumentId(document.Id),
            Unit = unit.Id,
            Tile = unit.Tile,
            Ordinal = 3,
            Position = 0,
            State = DeliveryState.Sent,
            SentAt = DateTimeOffset.UtcNow,
        });
        return document;
    }

    /// <summary>Its recall waits for the answer of both units.</summary>
    private async Task<(Guid Id, string Hash)> AskedBack()
    {
        var document = await Delivered(DeliveryState.Assigned);
        await Papers.Do(Papers.Clerk, $"/api/documents/{document.Id}/recall", new { reason = "Gửi nhầm" });
        // The question reaches the units by a job.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while ((await Load("", document.Id, "")).Deliveries.Any(delivery => delivery.Row.Recall != RecallAnswer.Asked))
            await timer.WaitForNextTickAsync(patience.Token);
        return document;
    }

    /// <summary>Above the clearance of the communes, not of the province.</summary>
    private async Task<(Guid Id, string Hash)> Secret()
    {
        var document = await Delivered(DeliveryState.Assigned);
        await Set(document.Id, "document SET secrecy = 2 WHERE id IN ({0})");
        await Set(document.Id, "inbox_item SET secrecy = 2 WHERE document_id IN ({0})");
        return document;
    }

    private async Task<(Guid Id, string Hash)> StepRecalled()
    {
        var document = await Delivered(DeliveryState.Assigned);
        const string steps = "(SELECT id FROM delivery WHERE document_id IN ({0}))";
        await Set(document.Id, $"step SET state = 6 WHERE role > 2 AND delivery_id IN {steps}");
        await Set(document.Id, $"inbox_item SET box = 0 WHERE box IN (4, 5) AND delivery_id IN {steps}");
        return document;
    }

    /// <summary>The lead of one unit and the coordinator of the other have given their steps back.</summary>
    private async Task<(Guid Id, string Hash)> StepReturned()
    {
        var document = await Delivered(DeliveryState.Assigned);
        foreach (var (unit, holder) in new[] { (Parent, $"specialist.{Parent}"), (Merger, $"leader4.{Merger}") })
        {
            var delivery = DeliveryId.Of(new DocumentId(document.Id), Organisation.Unit(unit)!.Id);
            var seat = await SeatOf(holder);
            var steps = await Node.Services.GetRequiredService<IDeliveryReads>().Steps(delivery);
            var step = steps.Single(one => one.Seat == seat && DeliveryWorkflow.IsOpen(one));
            await Papers.Do(holder, $"/api/deliveries/{delivery}/steps/{step.Id}/return", new { reason = "Không thuộc lĩnh vực" });
        }

        return document;
    }

    /// <summary>What a person wrote who holds no post any more.</summary>
    private async Task<IEnumerable<Thing>> LeftBehind()
    {
        var seat = await SeatOf(Former);
        var draft = await Papers.Document(DocumentState.Drafting, Former);
        var issued = await Papers.Document(DocumentState.Issued, Former, $"unit:{Parent}");
        await Node.Apply(new SeatHolderRow
        {
            Seat = seat,
            Official = (await Papers.Person(Former)).Official,
            ValidFrom = new DateOnly(2025, 7, 1),
            ValidTo = OfficeDay.Today(TimeProvider.System),
        });
        return [await Load("left draft", draft.Id, draft.Hash), await Load("left issued", issued.Id, issued.Hash)];
    }

    private async Task Set(Guid document, string update)
    {
        var row = (await Node.Services.GetRequiredService<IDocumentReads>().Find(new DocumentId(document)))!;
        await Node.Execute("UPDATE " + string.Format(
            System.Globalization.CultureInfo.InvariantCulture, update, $"SELECT id FROM document WHERE abstract = '{row.Abstract}'"));
    }
}
