using System.Net;
using System.Text.Json;
using Dapper;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Nodes;
using PartyRealtime.Storage.Drafting;
using PartyRealtime.Storage.Reading;
using PartyRealtime.StorageTests.Stores;
using PartyRealtime.Yjs;
using PartyRealtime.Yjs.Limits;
using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.ClusterTests.Drafting;

/// <summary>A node with one document that is written together, its author, a colleague who is not invited, and the leader who reviews it.</summary>
internal sealed class DraftDesk : IAsyncDisposable
{
    private static readonly byte[] KnowsNothing = [0];

    private DraftDesk(OfficeNode node, Person author, Person other, Person leader, DocumentId id) =>
        (Node, Author, Other, Leader, Id) = (node, author, other, leader, id);

    public OfficeNode Node { get; }

    public Person Author { get; }

    public Person Other { get; }

    public Person Leader { get; }

    public DocumentId Id { get; }

    public string Path => $"/api/documents/{Id}";

    public IDraftingGrain Draft => Grains.GetGrain<IDraftingGrain>(Id.Value);

    public IDraftClosingGrain Closing => Grains.GetGrain<IDraftClosingGrain>(Id.Value);

    private IGrainFactory Grains => Node.Services.GetService(typeof(IGrainFactory)) as IGrainFactory ?? throw new InvalidOperationException();

    public static async Task<DraftDesk> Open(TestDatabase database)
    {
        var node = await OfficeNode.Start(database);
        var author = await node.Enter("specialist.tw");
        var body = new { type = "BC", @abstract = "Về công tác văn thư", body = "", urgency = "normal", secrecy = "normal", files = Array.Empty<object>(), together = true };
        var (status, answer) = await author.Post("/api/documents", body);
        Assert.True(status == HttpStatusCode.OK, answer.ToString());
        return new DraftDesk(node, author, await node.Enter("clerk.01"), await node.Enter("leader.tw"), new DocumentId(answer.GetProperty("stream").GetGuid()));
    }

    /// <summary>The person as the edge knows it.</summary>
    public static async Task<Actor> ActorOf(Person person)
    {
        var seats = (await person.Get<JsonElement>("/api/session")).GetProperty("seats").EnumerateArray()
            .Select(seat => new HeldSeat(new SeatId(seat.GetProperty("id").GetInt32()), SeatKind.Post, SeatRole.Specialist, null, ""));
        return new Actor(person.Official, person.SignIn, [.. seats], null, Secrecy.Normal);
    }

    public async Task<SeatId> SeatOf(Person person) => (await ActorOf(person)).Seats[0].Seat;

    /// <summary>The person opens the draft in a new room.</summary>
    public async Task<ListeningRoom> Join(Person person, DraftRight expected)
    {
        var room = new ListeningRoom();
        await Join(person, expected, ReferenceOf(room));
        return room;
    }

    public async Task Join(Person person, DraftRight expected, IDraftRoom reference) =>
        Assert.Equal(expected, (await Draft.Join(await ActorOf(person), reference)).Value?.Right);

    public IDraftRoom ReferenceOf(ListeningRoom room) => Grains.CreateObjectReference<IDraftRoom>(room);

    public async Task Invite(Person person, DraftRight? right) => await Node.Apply(new DraftParticipantRow
    {
        Document = Id,
        Seat = await SeatOf(person),
        Right = right,
        Since = 1,
        By = Author.Official,
        At = DateTimeOffset.UtcNow,
    });

    /// <summary>The author's update as another activation of the grain would write it.</summary>
    public DraftEntryRow Entry(long seq, byte[] update) => new()
    {
        Document = Id,
        Seq = seq,
        Kind = DraftEntryKind.Update,
        By = Author.Official,
        At = DateTimeOffset.UtcNow,
        Bytes = update,
    };

    /// <param name="client">What the person's client says that its id is.</param>
    public async Task<DraftAnswer> Take(Person person, byte[] update, long? client = null) =>
        Assert.Single(await Draft.Take([new DraftUpdate(person.Official, update, Client: client)]));

    /// <summary>What the draft shows to somebody who knows nothing of it.</summary>
    public async Task<string> Page()
    {
        var diff = (await Draft.Diff(KnowsNothing)).Value!;
        var document = new YDocument();
        Assert.Null(document.Apply(diff.Update, UpdateLimits.Stored));
        return document.Root("default", TypeKind.XmlFragment).ToXml();
    }

    public Task<StoredDraft> Stored() => ((IDraftReads)Node.Services.GetService(typeof(IDraftReads))!).Load(Id);

    /// <summary>The newest frozen version, with its body.</summary>
    public async Task<FrozenVersion> Version()
    {
        await using var connection = await ((IReadStore)Node.Services.GetService(typeof(IReadStore))!).Open();
        return await connection.QueryFirstAsync<FrozenVersion>(
            """
            SELECT v.seq AS Seq, v.content AS Content, b.text AS Text, b.hash AS Hash FROM draft_version v
            JOIN document_body b ON b.document_id = v.document_id AND b.version = v.version AND b.content = v.content
            JOIN document d ON d.id = v.document_id AND d.body_version = v.version AND d.body_hash = b.hash
            WHERE v.document_id = @id ORDER BY v.version DESC
            """,
            new { id = Id.Value });
    }

    /// <summary>Lets the grain go and read everything anew.</summary>
    public async Task Restart(ListeningRoom room)
    {
        await Closing.Reopen();
        await room.Reopened;
    }

    public async Task Act(Person person, string act, object? body = null)
    {
        var (status, answer) = await person.Post($"{Path}/{act}", body);
        Assert.True(status == HttpStatusCode.OK, $"{act} → {status} {answer}");
    }

    public async ValueTask DisposeAsync()
    {
        Author.Dispose();
        Other.Dispose();
        Leader.Dispose();
        await Node.DisposeAsync();
    }
}
