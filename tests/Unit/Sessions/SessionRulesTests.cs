using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.Contracts.Sessions.Facts;
using PartyRealtime.Grains.Sessions;
using Xunit;

namespace PartyRealtime.UnitTests.Sessions;

public sealed class SessionRulesTests
{
    private static readonly OfficialId Me = new(7);
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);
    private static readonly OpenSession Request = new([1, 2, 3], "Browser");

    [Fact]
    public void A_session_opens_and_forgets_earlier_failures()
    {
        var decision = SessionRules.Open(Me, false, Lock(3), [], Request, Now).Value!;
        var session = Assert.Single(decision.Rows.OfType<SessionRow>());
        Assert.Equal((byte[])[1, 2, 3], session.Id);
        Assert.Equal(Now + SessionLimits.IdleMax, session.ExpiresAt);
        Assert.Equal(0, Assert.Single(decision.Rows.OfType<SignInLockRow>()).Failures);
    }

    [Fact]
    public void A_locked_or_disabled_account_opens_nothing()
    {
        Assert.Equal(RefusalCode.SignInFailed, SessionRules.Open(Me, true, Lock(0), [], Request, Now).Refusal!.Code);
        Assert.Equal(RefusalCode.SignInFailed, SessionRules.Open(Me, false, Lock(5, Now.AddSeconds(1)), [], Request, Now).Refusal!.Code);
        Assert.True(SessionRules.Open(Me, false, Lock(5, Now), [], Request, Now).IsOk);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(3, null)]
    [InlineData(4, 30)]
    [InlineData(5, 60)]
    [InlineData(6, 120)]
    [InlineData(50, 900)]
    public void Each_failure_beyond_the_fourth_locks_for_twice_as_long(int before, int? seconds)
    {
        var after = Assert.Single(SessionRules.Fail(Lock(before), new FailSignIn(StepUp: false), Now).Rows.OfType<SignInLockRow>());
        Assert.Equal(before + 1, after.Failures);
        Assert.Equal(seconds is { } lockedFor ? Now.AddSeconds(lockedFor) : null, after.LockedUntil);
    }

    [Fact]
    public void A_failure_during_a_lock_or_inside_a_session_changes_neither_the_count_nor_the_lock()
    {
        foreach (var (locked, stepUp) in new[] { (Lock(6, Now.AddSeconds(1)), false), (Lock(6, Now.AddSeconds(1)), true), (Lock(4), true) })
        {
            var decision = SessionRules.Fail(locked, new FailSignIn(stepUp), Now);
            Assert.Empty(decision.Rows);
            Assert.Equal(FactJson.Of(new SignInFailed(locked.Failures, locked.LockedUntil, stepUp)), Assert.Single(decision.Facts));
        }
    }

    [Fact]
    public void A_lock_that_is_over_doubles_with_the_next_failure()
    {
        var after = Assert.Single(SessionRules.Fail(Lock(5, Now), new FailSignIn(StepUp: false), Now).Rows.OfType<SignInLockRow>());
        Assert.Equal((6, Now.AddSeconds(60)), (after.Failures, after.LockedUntil));
    }

    [Fact]
    public void The_oldest_session_gives_way_to_one_too_many()
    {
        var open = Enumerable.Range(1, SessionLimits.SessionsMax).Select(n => Session(n, Now.AddHours(-n))).Reverse().ToImmutableArray();
        var rows = SessionRules.Open(Me, false, Lock(0), open, Request, Now).Value!.Rows.OfType<SessionRow>().ToList();
        var ended = Assert.Single(rows, row => row.EndedAt is not null);
        Assert.Equal(open[0].Id, ended.Id);
    }

    [Fact]
    public void A_session_in_use_lives_on_but_not_for_ever()
    {
        var young = Session(1, Now.AddHours(-1));
        var old = Session(2, Now - SessionLimits.LifeMax + TimeSpan.FromHours(1));
        Assert.Equal(Now + SessionLimits.IdleMax, Renewed(young));
        Assert.Equal(Now.AddHours(1), Renewed(old));
        Assert.Null(SessionRules.Renew([young], new RenewSession([9, 9]), Now));
        Assert.Null(SessionRules.Renew([Session(3, Now.AddMinutes(-59))], new RenewSession([3]), Now));

        DateTimeOffset Renewed(SessionRow session) =>
            Assert.Single(SessionRules.Renew([session], new RenewSession([.. session.Id]), Now)!.Rows.OfType<SessionRow>()).ExpiresAt;
    }

    [Fact]
    public void Signing_out_ends_one_session_or_all_and_nothing_twice()
    {
        ImmutableArray<SessionRow> open = [Session(1, Now), Session(2, Now)];
        Assert.Equal(1, Ended(new EndSessions([.. open[1].Id])));
        Assert.Equal(2, Ended(new EndSessions(null)));
        Assert.Null(SessionRules.End([], new EndSessions(null), Now));

        int Ended(EndSessions request) => SessionRules.End(open, request, Now)!.Rows.OfType<SessionRow>().Count(row => row.EndedAt == Now);
    }

    [Theory]
    [InlineData("blue", "normal", "vi", "theme")]
    [InlineData("dark", "huge", "vi", "density")]
    [InlineData("dark", "normal", "fr", "locale")]
    public void Only_known_preferences_are_kept(string theme, string density, string locale, string field) =>
        Assert.Equal(field, SessionRules.SetPreferences(Me, new SetPreferences(theme, density, locale)).Refusal!.Field);

    private static SignInLockRow Lock(int failures, DateTimeOffset? until = null) =>
        new() { Official = Me, Failures = failures, LockedUntil = until };

    private static SessionRow Session(int id, DateTimeOffset createdAt) => new()
    {
        Id = [(byte)id],
        Official = Me,
        CreatedAt = createdAt,
        SeenAt = createdAt,
        ExpiresAt = Now.AddHours(1),
        UserAgent = "",
    };
}
