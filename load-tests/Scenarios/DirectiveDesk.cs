using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.LoadTests.Wire;

namespace PartyRealtime.LoadTests.Scenarios;

/// <summary>The clerk and the leader of the centre, who bring a directive from the first word to the button.</summary>
public sealed class DirectiveDesk
{
    private readonly Api _clerk;
    private readonly Api _leader;
    private readonly string _password;

    private DirectiveDesk(Api clerk, Api leader, string password)
    {
        _clerk = clerk;
        _leader = leader;
        _password = password;
    }

    /// <summary>Both signed in with the demo password.</summary>
    public static async Task<DirectiveDesk> Open(Func<Api> caller, string password, CancellationToken cancellation)
    {
        var (clerk, leader) = (caller(), caller());
        (await SignIn(clerk, "clerk.TW", password, cancellation)).Required("clerk.TW signs in");
        (await SignIn(leader, "leader.TW", password, cancellation)).Required("leader.TW signs in");
        return new DirectiveDesk(clerk, leader, password);
    }

    /// <summary>A directive, written, cleared, signed, numbered and sealed.</summary>
    public async Task<Guid> Sealed(string subject, CancellationToken cancellation)
    {
        var draft = new
        {
            type = "CT",
            @abstract = subject,
            body = subject,
            urgency = "urgent",
            secrecy = "normal",
            files = Array.Empty<object>(),
        };
        var composed = (await _clerk.Command<Receipt>(HttpMethod.Post, "/api/documents", draft, cancellation)).Required("compose");
        var document = composed.Stream.Value;
        // Written by the clerk, it needs the leader's word on its content only.
        await Act(_clerk, document, "submit", new { }, cancellation);
        await Act(_leader, document, "clear", new { }, cancellation);
        await Act(_leader, document, "sign", new { password = _password, capacity = "inPerson" }, cancellation);
        await Act(_clerk, document, "number", new { }, cancellation);
        await Act(_clerk, document, "seal", new { }, cancellation);
        return document;
    }

    /// <summary>The button: acknowledged when the recipient set is frozen and durable.</summary>
    public async Task Issue(Guid document, string[] recipients, int units, CancellationToken cancellation) =>
        await Act(_clerk, document, "issue", new { recipients, except = Array.Empty<string>(), confirmUnits = units }, cancellation);

    /// <summary>How many units the selectors reach now.</summary>
    public async Task<int> Reach(string[] recipients, CancellationToken cancellation) =>
        (await _clerk.Command<Reach>(HttpMethod.Post, "/api/recipients/preview", new { recipients, except = Array.Empty<string>() }, cancellation))
        .Required("preview").Units;

    /// <summary>The units that an issued document goes to, from its board.</summary>
    public async Task<ImmutableHashSet<UnitId>> Recipients(Guid document, CancellationToken cancellation) =>
        [.. (await Deliveries(document, cancellation)).Select(delivery => delivery.Unit)];

    /// <summary>The deliveries of an issued document, from its board.</summary>
    public async Task<ImmutableArray<(DeliveryId Id, UnitId Unit)>> Deliveries(Guid document, CancellationToken cancellation)
    {
        var board = await Board(document, cancellation);
        var deliveries = ImmutableArray.CreateBuilder<(DeliveryId, UnitId)>();
        foreach (var tile in board.Tiles)
        {
            var reply = await _clerk.Get<BoardTileUnits>($"/api/documents/{document:D}/board/{tile.Code}", cancellation);
            deliveries.AddRange(reply.Required("tile").Units.Select(unit => (unit.Id, unit.Unit.Id)));
        }

        return deliveries.ToImmutable();
    }

    /// <summary>The board's totals now.</summary>
    public async Task<BoardTotals> Totals(Guid document, CancellationToken cancellation) => (await Board(document, cancellation)).Totals;

    private async Task<Board> Board(Guid document, CancellationToken cancellation) =>
        (await _clerk.Get<Board>($"/api/documents/{document:D}/board", cancellation)).Required("board");

    private static Task<Reply<Me>> SignIn(Api api, string signIn, string password, CancellationToken cancellation) =>
        api.Command<Me>(HttpMethod.Post, "/api/session", new { signIn, password }, cancellation);

    private static async Task Act(Api api, Guid document, string act, object body, CancellationToken cancellation) =>
        (await api.Command<Receipt>(HttpMethod.Post, $"/api/documents/{document:D}/{act}", body, cancellation)).Required(act);
}
