using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Drafting;
using PartyRealtime.FaultTests.Clusters;

namespace PartyRealtime.FaultTests.Contests;

/// <summary>One of every command, each where it is allowed, sent in the way that the test gives.</summary>
/// <param name="send">Sends the command; its receipt.</param>
internal sealed class EveryCommand(OfficeCluster cluster, Contest contest, Colleagues people, Func<Command, Task<Receipt>> send)
{
    private const int Letters = 40;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan DoneMax = TimeSpan.FromMinutes(2);

    private readonly Colleague _clerk = people.Centre.Clerks[0];
    private readonly Colleague _leader = people.Centre.Leader;
    private readonly Registry _first = people.Provinces[0];
    private readonly Registry _second = people.Provinces[1];

    public async Task Play()
    {
        await Mine();
        var letter = await Written();
        await Handled(letter);
        await Followed(letter);
        await HandedOver();
        await Discussed();
        await Staffed();
    }

    private Task<Receipt> Do(Colleague by, string path, object? body = null) => send(new Command(by, path, body));

    /// <summary>What one does with the own inbox and settings.</summary>
    private async Task Mine()
    {
        await send(new Command(_clerk, HttpMethod.Put, "/api/preferences", new { theme = "dark", density = "compact", locale = "vi" }));
        var text = $"Đồng chí xem giúp {Guid.NewGuid()}";
        await Do(_clerk, "/api/notes", new { to = _leader.Id, text });
        var item = (await LiveItems.Fresh(contest.Sender.Caller(_leader, 0))).Single(one => one.Note == text);
        var items = new[] { new ItemKey(item.Seat, item.Subject, item.Reason) };
        await Do(_leader, "/api/inbox/read", new { items });
        await Do(_leader, "/api/inbox/done", new { items });
    }

    /// <summary>A letter that goes back and forth, has its number voided, and is issued; its path.</summary>
    private async Task<string> Written()
    {
        var letter = await Composed();
        await send(new Command(_clerk, HttpMethod.Put, letter, Draft("Sửa", expectedPosition: 1)));
        await Do(_clerk, $"{letter}/submit");
        await Do(people.Centre.Clerks[1], $"{letter}/comment", new { text = "Sửa đoạn hai" });
        await Do(people.Centre.Clerks[1], $"{letter}/return", new { reason = "Chưa rõ" });
        await Cleared(letter);
        await Do(_leader, $"{letter}/refuse-sign", new { reason = "Sai thẩm quyền" });
        await Cleared(letter);
        await Sign(letter);
        await Do(_clerk, $"{letter}/number");
        await Do(_clerk, $"{letter}/void", new { reason = "Sai ngày", bodyStays = true });
        await Issued(letter);
        return letter;
    }

    /// <summary>At one province it is assigned, handed on, taken back, returned by its lead and finished by him after all; the other returns it whole.</summary>
    private async Task Handled(string letter)
    {
        var delivery = await Delivery(letter, _first);
        await Do(_first.Clerks[0], $"{delivery}/open");
        await Do(_first.Clerks[1], $"{delivery}/register");
        await Do(_first.Leader, $"{delivery}/assign", Naming(_first.Specialist, SeatRole.Specialist));
        var step = await Lead(letter);
        await Do(_first.Specialist, $"{delivery}/steps/{step}/open");
        await Do(_first.Specialist, $"{delivery}/steps/{step}/forward", Naming(_first.Leader, SeatRole.Leader));
        await Do(_first.Leader, $"{delivery}/steps/{step}/recall", new { reason = "Giao nhầm" });
        await Do(_first.Leader, $"{delivery}/assign", Naming(_first.Specialist, SeatRole.Specialist));
        await Do(_first.Specialist, $"{delivery}/steps/{await Lead(letter)}/return", new { reason = "Không thuộc lĩnh vực" });
        await Do(_first.Leader, $"{delivery}/assign", Naming(_first.Specialist, SeatRole.Specialist));
        await Do(_first.Specialist, $"{delivery}/steps/{await Lead(letter)}/finish", new { result = "Đã xong" });
        await Do(_second.Clerks[0], $"{await Delivery(letter, _second)}/return", new { reason = "Sai địa chỉ" });
    }

    /// <summary>What comes after it: a correction, reminders of another letter that then replaces it, and the recall of the correction.</summary>
    private async Task Followed(string letter)
    {
        var correction = await Finished();
        await Do(_clerk, $"{letter}/correct", new { letter = Id(correction) });
        var later = await Finished();
        await cluster.Query<int>("UPDATE delivery SET arrived_at_ms = 0 WHERE document_id = @id", new { id = Id(later) });
        await Do(_clerk, $"{later}/remind");
        foreach (var registry in people.Provinces)
            await Until(async () => (await At(later, registry)).RemindedAt is not null);
        await Do(_clerk, $"{letter}/replace", new { by = Id(later) });
        await Do(_clerk, $"{correction}/recall", new { reason = "Sai căn cứ ban hành" });
        await Do(_first.Clerks[0], $"{await Asked(correction, _first)}/recall/agree");
        await Do(_second.Clerks[0], $"{await Asked(correction, _second)}/recall/refuse", new { reason = "Đã niêm yết công khai" });
        await Until(async () => (await contest.Read<DocumentView>(_clerk, correction)).State == DocumentState.Recalled);
    }

    private async Task HandedOver()
    {
        var immediate = await Composed("immediate");
        await Cleared(immediate);
        await Issued(immediate);
        await Do(_first.Clerks[0], $"{await Delivery(immediate, _first)}/hand-over");
    }

    /// <summary>A draft that others are invited to, what is said about it, and a name for how it stands.</summary>
    private async Task Discussed()
    {
        var (draft, guest) = (await Composed(together: true), _first.Specialist);
        await Do(_clerk, $"{draft}/participants", new { seat = guest.Seats[SeatRole.Specialist], right = "suggest" });
        var comment = await Opened(guest, draft, new { kind = "comment", start = "AAEC", end = "AAEC", quote = "an toàn", text = "Nhờ xem" });
        await Do(_clerk, $"{comment}/replies", new { text = "Đã xem" });
        await Do(_clerk, $"{comment}/resolve");
        await Do(guest, $"{comment}/reopen");
        foreach (var (by, settle) in new[] { (_clerk, "accept"), (_clerk, "reject"), (guest, "withdraw") })
        {
            var suggestion = await Opened(guest, draft, new { kind = "suggestion", start = "AAEC", end = "AAEC", quote = "an toàn", replacement = settle });
            await Do(by, $"{suggestion}/{settle}", new { text = "" });
        }

        await Typed(draft);
        await Do(_clerk, $"{draft}/versions", new { name = "Bản góp ý" });
    }

    /// <summary>A desk is given to somebody whose account is switched off and on, and somebody else changes a password.</summary>
    private async Task Staffed()
    {
        var (newcomer, desk) = (await people.Newcomer(), _first.Clerks[0].Seats[SeatRole.Clerk]);
        await Do(people.Admin, $"/api/staff/seats/{desk}/give", new { official = newcomer.Id });
        await Do(people.Admin, $"/api/staff/seats/{desk}/end", new { official = newcomer.Id });
        await Do(people.Keeper, $"/api/staff/accounts/{newcomer.Id}/disable", new { reason = "Nghỉ việc" });
        await Do(people.Keeper, $"/api/staff/accounts/{newcomer.Id}/enable", new { reason = "Trở lại" });
        await send(new Command(
            await people.Newcomer(), HttpMethod.Put, "/api/session/password", new { password = people.Password, next = "một mật khẩu dài hơn" }));
    }

    /// <summary>By one of the draft's clients: without a letter it has no version.</summary>
    private async Task Typed(string draft)
    {
        await using var editors = Editors.Start();
        await editors.Open("clerk", "hocuspocus", contest.Sender.Nodes, _clerk.Cookie, Id(draft));
        await editors.Until("clerk", "synced");
        await editors.Paste("clerk", Letters);
        await editors.Until("clerk", "saved");
    }

    /// <summary>The newest thread is the one that was opened just now.</summary>
    private async Task<string> Opened(Colleague by, string draft, object thread)
    {
        await Do(by, $"{draft}/threads", thread);
        using var threads = await contest.Read<System.Text.Json.JsonDocument>(by, $"{draft}/threads");
        return $"{draft}/threads/{threads.RootElement.GetProperty("threads").EnumerateArray().Last().GetProperty("id").GetGuid()}";
    }

    private static object Draft(string words, string urgency = "normal", long expectedPosition = 0, bool together = false) => new
    {
        type = "CV",
        @abstract = words,
        body = together ? "" : "Kính gửi các đồng chí.",
        urgency,
        secrecy = "normal",
        files = Array.Empty<object>(),
        expectedPosition,
        together,
    };

    private async Task<string> Composed(string urgency = "normal", bool together = false) =>
        $"/api/documents/{(await Do(_clerk, "/api/documents", Draft("Công văn thử", urgency, together: together))).Stream.Value}";

    private async Task Cleared(string letter)
    {
        await Do(_clerk, $"{letter}/submit");
        await Do(_leader, $"{letter}/clear");
    }

    private Task<Receipt> Sign(string letter) => Do(_leader, $"{letter}/sign", new { password = people.Password, capacity = "inPerson" });

    private async Task Issued(string letter)
    {
        await Sign(letter);
        await Do(_clerk, $"{letter}/number");
        await Do(_clerk, $"{letter}/seal");
        await Do(
            _clerk, $"{letter}/issue", new { recipients = Colleagues.Recipients, except = Array.Empty<string>(), confirmUnits = Colleagues.Recipients.Length });
    }

    private async Task<string> Finished()
    {
        var letter = await Composed();
        await Cleared(letter);
        await Issued(letter);
        return letter;
    }

    private static Guid Id(string letter) => Guid.Parse(letter.Split('/')[^1]);

    private static object Naming(Colleague who, SeatRole role) => new { assignments = new[] { new { seat = who.Seats[role], role = "lead" } } };

    private async Task<DeliveryView> At(string letter, Registry registry) =>
        (await contest.Read<DocumentView>(registry.Clerks[0], letter)).Deliveries[0];

    private async Task<string> Delivery(string letter, Registry registry) => $"/api/deliveries/{(await At(letter, registry)).Id}";

    /// <summary>The step that a lead holds now.</summary>
    private async Task<StepId> Lead(string letter) =>
        (await At(letter, _first)).Steps.Last(step => step is { Role: StepRole.Lead, State: StepState.Waiting or StepState.Opened }).Id;

    /// <summary>The delivery, once the recall's round has come to it.</summary>
    private async Task<string> Asked(string letter, Registry registry)
    {
        await Until(async () => (await At(letter, registry)).Recall is not null);
        return await Delivery(letter, registry);
    }

    /// <summary>What a job does, not the command itself.</summary>
    private static async Task Until(Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(DoneMax);
        using var timer = new PeriodicTimer(Pause);
        while (!await holds())
            await timer.WaitForNextTickAsync(limit.Token);
    }
}
