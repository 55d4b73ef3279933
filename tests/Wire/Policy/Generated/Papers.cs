using System.Net;
using System.Text;
using System.Text.Json;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Drafting;
using PartyRealtime.Nodes;
using PartyRealtime.WireTests.Drafting;

namespace PartyRealtime.WireTests.Policy.Generated;

/// <summary>Lets the people of one issuing body and of the receiving ones do their real acts over HTTP.</summary>
internal sealed class Papers(OfficeNode node)
{
    public const string IssuingUnit = "00004";
    public const string Author = "specialist.00004";
    public const string Leader = "leader.00004";
    public const string Clerk = "clerk.00004";

    /// <summary>In every abstract that the searches are held to.</summary>
    public const string CommonWords = "Kiểm quyền";

    private static readonly DocumentState[] Way =
    [
        DocumentState.Drafting, DocumentState.InReview, DocumentState.AwaitingSignature, DocumentState.Signed,
        DocumentState.Numbered, DocumentState.Sealed, DocumentState.Issued,
    ];

    private readonly Dictionary<string, Person> _people = [];
    private int _made;

    /// <summary>Every command that was sent: whose, and under which id.</summary>
    public List<(string Owner, Guid Id)> Commands { get; } = [];

    /// <summary>How abstracts begin.</summary>
    public string Words { get; set; } = CommonWords;

    public async Task<Person> Person(string signIn) =>
        _people.TryGetValue(signIn, out var known) ? known : _people[signIn] = await node.Enter(signIn);

    /// <summary>A document in this state, with one file of its own.</summary>
    /// <param name="until">The state.</param>
    /// <param name="author">Who writes it.</param>
    /// <param name="recipients">Selectors of the units it is issued to.</param>
    public async Task<(Guid Id, string Hash)> Document(DocumentState until, string author = Author, params string[] recipients)
    {
        var words = $"{Words} số {++_made}";
        var file = await Do(author, "/api/files", Encoding.ASCII.GetBytes($"%PDF-1.7 {_made} {Guid.NewGuid()}"));
        var hash = file.GetProperty("hash").GetString()!;
        var composed = await Do(author, "/api/documents", Draft(words, 0, new { hash, name = "van-ban.pdf" }));
        var id = composed.GetProperty("stream").GetGuid();
        foreach (var state in Way[1..(Array.IndexOf(Way, until) + 1)])
            await Bring(id, state, author, recipients);
        return (id, hash);
    }

    public static object Draft(string words, long expectedPosition, params object[] files) => new
    {
        type = "CV", @abstract = words, body = "Nội dung.", urgency = "normal", secrecy = "normal", files, expectedPosition,
    };

    /// <summary>A draft that is written together, to which the first seat is invited; the second one was, and is no longer.</summary>
    public async Task<(Guid Id, string Hash)> Together(SeatId invited, SeatId removed)
    {
        var file = await Do(Author, "/api/files", Encoding.ASCII.GetBytes($"%PDF-1.7 {++_made} {Guid.NewGuid()}"));
        var hash = file.GetProperty("hash").GetString()!;
        var composed = await Do(Author, "/api/documents", new
        {
            type = "CV", @abstract = $"{Words} số {_made}", body = "", urgency = "normal", secrecy = "normal", files = new[] { new { hash, name = "van-ban.pdf" } }, together = true,
        });
        var path = $"/api/documents/{composed.GetProperty("stream").GetGuid()}/participants";
        foreach (var seat in new[] { invited, removed })
            await Do(Author, path, new { seat = seat.Value, right = "suggest" });
        await Do(Author, path, new { seat = removed.Value });
        return (composed.GetProperty("stream").GetGuid(), hash);
    }

    /// <summary>One that was submitted, and so has a version.</summary>
    public async Task<(Guid Id, string Hash)> TogetherInReview(SeatId invited, SeatId removed)
    {
        const string editor = "author";
        var document = await Together(invited, removed);
        await using var editors = Editors.Start();
        var session = (await Person(Author)).Session;
        await editors.Open(editor, DraftOffice.Hocuspocus, [node.Url], $"{session.Name}={session.Value}", document.Id);
        await editors.Until(editor, "synced");
        await editors.Type(editor, 1);
        await editors.Until(editor, "saved");
        await Do(Author, $"/api/documents/{document.Id}/submit");
        return document;
    }

    /// <summary>A number that was voided so that the text can change; the author writes on.</summary>
    public async Task<(Guid Id, string Hash)> Voided()
    {
        var document = await Document(DocumentState.Numbered);
        await Do(Clerk, $"/api/documents/{document.Id}/void", new { reason = "Sai nội dung", bodyStays = false });
        return document;
    }

    /// <summary>Registers, and assigns to these seats with their roles.</summary>
    public async Task Assign(Guid delivery, string unit, params (SeatId Seat, string Role)[] to)
    {
        await Do($"clerk.{unit}", $"/api/deliveries/{delivery}/register");
        if (to.Length > 0)
        {
            await Do($"leader.{unit}", $"/api/deliveries/{delivery}/assign", new
            {
                assignments = to.Select(one => new { seat = one.Seat.Value, role = one.Role }),
            });
        }
    }

    public async Task<JsonElement> Do(string signIn, string path, object? body = null)
    {
        var id = Guid.NewGuid();
        var (status, answer) = await (await Person(signIn)).Post(path, body, id);
        Assert.True(status == HttpStatusCode.OK, $"{signIn}: {path} → {(int)status} {answer}");
        Commands.Add((signIn, id));
        return answer;
    }

    private async Task Bring(Guid id, DocumentState state, string author, string[] recipients)
    {
        var path = $"/api/documents/{id}";
        switch (state)
        {
            case DocumentState.InReview:
                await Do(author, $"{path}/submit");
                break;
            case DocumentState.AwaitingSignature:
                await Do(Leader, $"{path}/clear");
                if (author != Clerk)
                    await Do(Clerk, $"{path}/clear");
                break;
            case DocumentState.Signed:
                await Do(Leader, $"{path}/sign", new { password = node.Password, capacity = "inPerson" });
                break;
            case DocumentState.Numbered:
                await Do(Clerk, $"{path}/number");
                break;
            case DocumentState.Sealed:
                await Do(Clerk, $"{path}/seal");
                break;
            case DocumentState.Issued:
                await Do(Clerk, $"{path}/issue", new { recipients, except = Array.Empty<string>(), confirmUnits = recipients.Length });
                break;
            default:
                break;
        }
    }
}
