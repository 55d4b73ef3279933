using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.Contracts.Streams;
using PartyRealtime.Grains.Commits;
using PartyRealtime.Storage.Commits;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Storage.Sessions;

namespace PartyRealtime.Grains.Sessions;

/// <summary>
/// One official's sessions. The state is read for each act: acts are minutes apart, and a lock must be seen wherever
/// the account was tried before.
/// </summary>
[GrainType("session")]
internal sealed class SessionGrain(
    CommandRunner runner, ICommitWriter writer, ISessionReads sessions, IStaffReads staff, TimeProvider time) : Grain, ISessionGrain
{
    private OfficialId Official => new((int)this.GetPrimaryKeyLong());

    public Task<Outcome<Receipt>> Open(OpenSession request) => Write((state, now) =>
        SessionRules.Open(Official, state.IsDisabled, state.Lock, state.Open, request, now));

    public Task<Outcome<Receipt>> Fail(FailSignIn request) => Write((state, now) =>
        SessionRules.Fail(state.Lock, request, now));

    public Task<Outcome<Receipt>> Renew(RenewSession request) => Write((state, now) =>
        OrNothing(SessionRules.Renew(state.Open, request, now)));

    public Task<Outcome<Receipt>> End(EndSessions request) => Write((state, now) =>
        OrNothing(SessionRules.End(state.Open, request, now)));

    public Task<Outcome<Receipt>> SetPreferences(CommandContext context, SetPreferences request) => runner.Run(context, async _ =>
    {
        var decision = SessionRules.SetPreferences(Official, request);
        if (!decision.IsOk)
            return decision.Refusal;
        var state = await sessions.State(Official, time.GetUtcNow());
        return CommitOf(state.Head, decision.Value) with { Claim = CommandRunner.Claim(context), By = context.Actor };
    });

    public Task<Outcome<Receipt>> ChangePassword(CommandContext context, ChangePassword request) => runner.Run(context, async _ =>
    {
        var scene = await staff.Scene(null, [Official]);
        if (scene.Person(Official) is not { Row.DisabledAt: null } person)
            return RefusalCode.NotInScope;
        // Since the edge has checked the old password it was changed, or set by an operator: both end this session.
        if (!person.Open.Any(session => session.Id.AsSpan().SequenceEqual(request.Keep.AsSpan())))
            return RefusalCode.SignInRequired;
        return CommitOf(person.SessionsHead, SessionRules.ChangePassword(person, request, scene.Now)) with
        {
            Claim = CommandRunner.Claim(context),
            By = context.Actor,
        };
    });

    /// <summary>
    /// These acts have no command id: they are fenced by the position of the official's session stream, and each of
    /// them may be done again without harm.
    /// </summary>
    private async Task<Outcome<Receipt>> Write(Func<SessionState, DateTimeOffset, Outcome<SessionDecision>> decide)
    {
        for (var attempt = 1; ; attempt++)
        {
            var now = time.GetUtcNow();
            var state = await sessions.State(Official, now);
            var decision = decide(state, now);
            if (!decision.IsOk)
                return decision.Refusal;
            if (decision.Value.Facts.IsEmpty)
                return new Receipt(null, StreamId.OfSessions(Official), state.Head, state.Head, now);
            var outcome = CommitOutcome.ToOutcome(await writer.Write(CommitOf(state.Head, decision.Value)));
            if (outcome.Refusal?.Code != RefusalCode.ChangedMeanwhile || attempt == 2)
                return outcome;
        }
    }

    private Commit CommitOf(long head, SessionDecision decision) => new()
    {
        By = new Actor(Official, "", [], null, default),
        Appends = [new StreamAppend(StreamId.OfSessions(Official), head, decision.Facts)],
        Rows = decision.Rows,
    };

    private static SessionDecision OrNothing(SessionDecision? decision) => decision ?? new SessionDecision([], []);
}
