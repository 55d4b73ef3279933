using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.FaultTests.Contests;

/// <summary>
/// One document's way from the first word to its last step. At each turn everybody who may act on it, and some who will
/// have been forestalled, do so at the same moment through different nodes; how it stands then is read afresh and says what
/// is tried next.
/// </summary>
/// <param name="issued">Told of the document when it has been issued.</param>
internal sealed class ContestedPaper(Contest contest, Colleagues people, string type, Action<DocumentId> issued)
{
    private const int TurnsMax = 40;

    private readonly Registry _centre = people.Centre;
    private string _path = "";

    /// <summary>Until every province is done with it or nobody shall begin another turn.</summary>
    public async Task Carry(CancellationToken enough)
    {
        var id = await Composed(contest, people, type);
        _path = $"/api/documents/{id}";
        var acknowledged = 0L;
        for (var turn = 0; turn < TurnsMax && !enough.IsCancellationRequested; turn++)
        {
            var page = await contest.Read<DocumentView>(_centre.Clerks[0], _path);
            contest.History.Read(_path, acknowledged, page.Position);
            if (page.State == DocumentState.Issued)
            {
                issued(page.Id);
                await Task.WhenAll(people.Provinces.Select(registry => Handle(registry, enough)));
                return;
            }

            var settled = await contest.All(Turn(page.State));
            acknowledged = Math.Max(page.Position, settled.Max(one => one.Receipt?.Last ?? 0));
        }
    }

    /// <summary>A new draft of the centre's first clerk; its id.</summary>
    public static async Task<Guid> Composed(Contest contest, Colleagues people, string type)
    {
        var draft = new
        {
            type, @abstract = "Văn bản tranh chấp", body = "Nội dung", urgency = "urgent", secrecy = "normal", files = Array.Empty<object>(),
        };
        return (await contest.One(new Command(people.Centre.Clerks[0], "/api/documents", draft))).Receipt!.Stream.Value;
    }

    private Command[] Turn(DocumentState state) => state switch
    {
        DocumentState.Drafting => [.. _centre.Clerks.Select(clerk => Act(clerk, "submit"))],
        DocumentState.InReview =>
            [Act(Leader, "clear"), Act(Leader, "clear"), contest.OneIn(3) ? Act(Clerk(1), "return", Why) : Act(Clerk(1), "comment", new { text = "Đã xem" })],
        DocumentState.AwaitingSignature => [Sign(), contest.OneIn(6) ? Act(Leader, "refuse-sign", Why) : Sign()],
        DocumentState.Signed => [.. _centre.Clerks.Select(clerk => Act(clerk, "number"))],
        DocumentState.Numbered => [Act(Clerk(0), "seal"), Act(Clerk(1), "seal"), contest.OneIn(3) ? Void(Clerk(2)) : Act(Clerk(2), "seal")],
        DocumentState.Sealed => [Issue(Clerk(0)), Issue(Clerk(1)), contest.OneIn(6) ? Void(Clerk(2)) : Issue(Clerk(2))],
        _ => throw new InvalidOperationException($"{_path} is {state}."),
    };

    private static object Why { get; } = new { reason = "Chưa đúng thể thức" };

    private Colleague Leader => _centre.Leader;

    private Colleague Clerk(int place) => _centre.Clerks[place];

    private Command Act(Colleague by, string act, object? body = null) => new(by, $"{_path}/{act}", body);

    private Command Sign() => Act(Leader, "sign", new { password = people.Password, capacity = "inPerson" });

    private Command Void(Colleague by) => Act(by, "void", new { reason = "Sai ngày", bodyStays = true });

    private Command Issue(Colleague by) =>
        Act(by, "issue", new { recipients = Colleagues.Recipients, except = Array.Empty<string>(), confirmUnits = Colleagues.Recipients.Length });

    /// <summary>What one province does with it: its clerks register or return it while its leader assigns it, then all its leads end.</summary>
    private async Task Handle(Registry registry, CancellationToken enough)
    {
        var (clerks, leader) = (registry.Clerks, registry.Leader);
        var delivery = $"/api/deliveries/{(await Delivery(clerks[0])).Id}";
        var acknowledged = 0L;
        for (var turn = 0; turn < TurnsMax && !enough.IsCancellationRequested; turn++)
        {
            var now = await Delivery(turn == 0 ? clerks[0] : clerks[turn % clerks.Count]);
            contest.History.Read(delivery, acknowledged, now.Position);
            Command[] acts = now.State switch
            {
                DeliveryState.Arrived =>
                [
                    new(clerks[0], $"{delivery}/register"), new(clerks[1], $"{delivery}/register"),
                    contest.OneIn(4) ? new(clerks[1], $"{delivery}/return", Why) : new(clerks[0], $"{delivery}/register"),
                    Assign(registry, delivery, SeatRole.Specialist, "lead"),
                ],
                DeliveryState.Registered => [Assign(registry, delivery, SeatRole.Specialist, "lead"), Assign(registry, delivery, SeatRole.Leader, "lead")],
                DeliveryState.Assigned or DeliveryState.InProgress => [.. Ends(registry, delivery, now)],
                _ => [],
            };
            if (acts.Length == 0)
                return;
            var settled = await contest.All(acts);
            acknowledged = Math.Max(now.Position, settled.Max(one => one.Receipt?.Last ?? 0));
        }
    }

    private async Task<DeliveryView> Delivery(Colleague clerk) => (await contest.Read<DocumentView>(clerk, _path)).Deliveries[0];

    private static Command Assign(Registry registry, string delivery, SeatRole role, string part)
    {
        var holder = role == SeatRole.Leader ? registry.Leader : registry.Specialist;
        return new Command(registry.Leader, $"{delivery}/assign", new { assignments = new[] { new { seat = holder.Seats[role], role = part } } });
    }

    /// <summary>Every lead ends its step twice at once, and all of them at the same moment: one of them ends the delivery.</summary>
    private static IEnumerable<Command> Ends(Registry registry, string delivery, DeliveryView now) =>
        from step in now.Steps
        where step is { Role: StepRole.Lead, State: StepState.Waiting or StepState.Opened }
        let holder = step.Seat.Value == registry.Leader.Seats[SeatRole.Leader] ? registry.Leader : registry.Specialist
        from time in Enumerable.Range(1, 2)
        select new Command(holder, $"{delivery}/steps/{step.Id}/finish", new { result = $"Đã xong {time}" });
}
