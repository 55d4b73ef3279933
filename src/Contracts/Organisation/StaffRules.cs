using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Fields;
using PartyRealtime.Contracts.Organisation.Facts;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Contracts.Sessions.Facts;
using PartyRealtime.Contracts.Streams;

namespace PartyRealtime.Contracts.Organisation;

/// <summary>
/// Who may hold a seat from when to when, and what becomes of an account, pure. Whose it is to decide says
/// <see cref="Policy.StaffScope"/>. Nothing is written about days that are past: what somebody did then was done rightly.
/// </summary>
public static class StaffRules
{
    /// <summary>Days that a change may lie ahead.</summary>
    public const int AheadDaysMax = 366;

    /// <summary>People who hold one seat on one day.</summary>
    public const int HoldersMax = 20;

    public static Outcome<StaffDecision> Give(GiveSeat request, StaffScene scene)
    {
        var from = request.From ?? scene.Today;
        if (!IsAhead(from, scene))
            return new Refusal(RefusalCode.FieldInvalid, "from");
        if (request.Until <= from)
            return new Refusal(RefusalCode.FieldInvalid, "until");
        if (scene.Person(request.Official) is not { } person)
            return new Refusal(RefusalCode.NotInScope, "official");
        if (person.Row.DisabledAt is not null)
            return new Refusal(RefusalCode.FieldInvalid, "official");
        if (request.InsteadOf == request.Official)
            return new Refusal(RefusalCode.FieldInvalid, "insteadOf");
        if (scene.Holdings.FirstOrDefault(held => held.Official == request.Official && Overlaps(held, from, request.Until)) is { } already)
            return Covers(already, from, request.Until) ? RefusalCode.NothingToChange : new Refusal(RefusalCode.FieldInvalid, "from");
        var (ended, former) = request.InsteadOf is { } instead
            ? (Ended(scene, instead, from), scene.Person(instead))
            : (null, null);
        if (request.InsteadOf is not null && (ended is null || former is null))
            return new Refusal(RefusalCode.NotInScope, "insteadOf");
        if (HoldersAtMost(scene.Holdings.Where(held => held.Official != request.InsteadOf), from, request.Until) >= HoldersMax)
            return new Refusal(RefusalCode.TooMany, "official", FieldRules.Limit(HoldersMax));
        var given = new SeatHolderRow { Seat = request.Seat, Official = request.Official, ValidFrom = from, ValidTo = request.Until };
        return Decided(
            FactJson.Of(new SeatGiven(request.Seat, request.Official, from, request.Until, request.InsteadOf)),
            ended is null ? [given] : [given, ended],
            former is null ? [Changed(person)] : [Changed(person), Changed(former)]);
    }

    public static Outcome<StaffDecision> End(EndHolding request, StaffScene scene)
    {
        var on = request.On ?? scene.Today;
        if (!IsAhead(on, scene))
            return new Refusal(RefusalCode.FieldInvalid, "on");
        if (scene.Person(request.Official) is not { } person)
            return new Refusal(RefusalCode.NotInScope, "official");
        if (Ended(scene, request.Official, on) is not { } ended)
            return RefusalCode.NothingToChange;
        return Decided(FactJson.Of(new HoldingEnded(request.Seat, request.Official, on)), [ended], [Changed(person)]);
    }

    public static Outcome<StaffDecision> Switch(SwitchAccount request, OfficialId by, StaffScene scene)
    {
        if (scene.Person(request.Official) is not { } person)
            return new Refusal(RefusalCode.NotInScope, "official");
        if (FieldRules.Text("reason", request.Reason, FieldRules.ReasonCharsMax) is { } refusal)
            return refusal;
        if (request.Official == by)
            return new Refusal(RefusalCode.FieldInvalid, "official");
        if (person.Row.DisabledAt is null == request.Enabled)
            return RefusalCode.NothingToChange;
        var after = person with { Row = person.Row with { DisabledAt = request.Enabled ? null : scene.Now } };
        return Decided(
            FactJson.Of(new AccountSwitched(request.Official, request.Enabled, request.Reason.Trim())),
            [],
            [request.Enabled ? Changed(after) : SignedOut(after, scene.Now)]);
    }

    /// <summary>
    /// What tells the open sessions of an account that its rights have changed: they carry the stamp, and read the person's rights
    /// anew. The account's row is written whole, so it must have been read together with the head that fences it.
    /// </summary>
    /// <param name="account">The account as it stands.</param>
    /// <param name="sessionsHead">The head of the stream that orders everything about the account.</param>
    public static (StreamAppend Append, OfficialRow Row) RightsOf(OfficialRow account, long sessionsHead) => (
        new StreamAppend(StreamId.OfSessions(account.Id), sessionsHead, [FactJson.Of(new RightsChanged(0))]),
        account with { Stamp = account.Stamp + 1 });

    private static bool IsAhead(DateOnly day, StaffScene scene) => day >= scene.Today && day <= scene.Today.AddDays(AheadDaysMax);

    private static bool Overlaps(SeatHolderRow held, DateOnly from, DateOnly? until) =>
        (until is not { } end || held.ValidFrom < end) && (held.ValidTo is not { } last || from < last) && held.ValidFrom != held.ValidTo;

    private static bool Covers(SeatHolderRow held, DateOnly from, DateOnly? until) =>
        held.ValidFrom <= from && (held.ValidTo is not { } last || last >= until);

    /// <summary>People on the fullest day: they become more only on a day on which somebody begins.</summary>
    private static int HoldersAtMost(IEnumerable<SeatHolderRow> holdings, DateOnly from, DateOnly? until)
    {
        var within = holdings.Where(held => Overlaps(held, from, until)).ToList();
        return within.Select(held => held.ValidFrom > from ? held.ValidFrom : from).Distinct()
            .Select(day => within.Where(held => Overlaps(held, day, day.AddDays(1))).Select(held => held.Official).Distinct().Count())
            .DefaultIfEmpty()
            .Max();
    }

    /// <summary>The person's holding as it ends on this day; null when none goes on beyond it. The earliest one that does.</summary>
    private static SeatHolderRow? Ended(StaffScene scene, OfficialId official, DateOnly on) => scene.Holdings
        .Where(held => held.Official == official && Overlaps(held, on, null))
        .OrderBy(held => held.ValidFrom)
        .Select(held => held with { ValidTo = held.ValidFrom > on ? held.ValidFrom : on })
        .FirstOrDefault();

    private static (StreamAppend, ImmutableArray<IRow>) Changed(StaffPerson person)
    {
        var (append, row) = RightsOf(person.Row, person.SessionsHead);
        return (append, [row]);
    }

    private static (StreamAppend, ImmutableArray<IRow>) SignedOut(StaffPerson person, DateTimeOffset now) => (
        new StreamAppend(StreamId.OfSessions(person.Row.Id), person.SessionsHead, [FactJson.Of(new RightsChanged(person.Open.Length))]),
        [RightsOf(person.Row, person.SessionsHead).Row, .. person.Open.Select(session => session with { EndedAt = now })]);

    private static StaffDecision Decided(
        Fact fact, ImmutableArray<IRow> rows, ImmutableArray<(StreamAppend Append, ImmutableArray<IRow> Rows)> people) => new(
        fact,
        [.. people.Select(person => person.Append)],
        [.. rows, .. people.SelectMany(person => person.Rows)]);
}
