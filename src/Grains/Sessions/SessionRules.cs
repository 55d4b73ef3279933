using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.Contracts.Sessions.Facts;

namespace PartyRealtime.Grains.Sessions;

/// <summary>What may happen to an official's sessions, pure.</summary>
internal static class SessionRules
{
    private static readonly string[] Themes = ["system", "light", "dark"];
    private static readonly string[] Densities = ["normal", "compact", "roomy"];
    private static readonly string[] Locales = ["vi", "en"];

    /// <summary>A new session; the oldest end when there would be more than the limit.</summary>
    public static Outcome<SessionDecision> Open(
        OfficialId official, bool isDisabled, SignInLockRow locked, ImmutableArray<SessionRow> open, OpenSession request, DateTimeOffset now)
    {
        if (isDisabled || locked.LockedUntil > now)
            return RefusalCode.SignInFailed;
        var rows = ImmutableArray.CreateBuilder<IRow>();
        rows.Add(new SessionRow
        {
            Id = [.. request.Session],
            Official = official,
            CreatedAt = now,
            SeenAt = now,
            ExpiresAt = now + SessionLimits.IdleMax,
            UserAgent = Cut(request.UserAgent),
        });
        if (locked.Failures > 0)
            rows.Add(locked with { Failures = 0, LockedUntil = null });
        var tooMany = open.Take(Math.Max(0, open.Length + 1 - SessionLimits.SessionsMax)).ToList();
        rows.AddRange(tooMany.Select(session => session with { EndedAt = now }));
        ImmutableArray<Fact> facts = [FactJson.Of(new SessionOpened())];
        if (tooMany.Count > 0)
            facts = facts.Add(FactJson.Of(new SessionsEnded(tooMany.Count)));
        return new SessionDecision(facts, rows.ToImmutable());
    }

    /// <summary>
    /// One more failure; the lock doubles with each beyond the free ones. While it stands, and of one inside a session, the
    /// failure is only written down.
    /// </summary>
    public static SessionDecision Fail(SignInLockRow locked, FailSignIn request, DateTimeOffset now)
    {
        // Else whoever goes on trying keeps the lock up for ever, and a person's slips inside keep that person out elsewhere.
        if (request.StepUp || locked.LockedUntil > now)
            return new SessionDecision([FactJson.Of(new SignInFailed(locked.Failures, locked.LockedUntil, request.StepUp))], []);
        var failures = locked.Failures + 1;
        var after = locked with { Failures = failures, LockedUntil = LockedUntil(failures, now) };
        return new SessionDecision([FactJson.Of(new SignInFailed(failures, after.LockedUntil, request.StepUp))], [after]);
    }

    /// <summary>
    /// The session lives on from now, never beyond its longest life; null when it is not open, or was renewed within
    /// <see cref="SessionLimits.RenewAfter"/>, by another node perhaps.
    /// </summary>
    public static SessionDecision? Renew(ImmutableArray<SessionRow> open, RenewSession request, DateTimeOffset now)
    {
        var session = open.FirstOrDefault(session => session.Id.AsSpan().SequenceEqual(request.Session.AsSpan()));
        if (session is null || now - session.SeenAt < SessionLimits.RenewAfter)
            return null;
        var (idle, life) = (now + SessionLimits.IdleMax, session.CreatedAt + SessionLimits.LifeMax);
        var after = session with { SeenAt = now, ExpiresAt = idle < life ? idle : life };
        return new SessionDecision([FactJson.Of(new SessionRenewed())], [after]);
    }

    /// <summary>One session or all; null when none of them is open.</summary>
    public static SessionDecision? End(ImmutableArray<SessionRow> open, EndSessions request, DateTimeOffset now)
    {
        var ending = open
            .Where(session => request.Session is not { } id || session.Id.AsSpan().SequenceEqual(id.AsSpan()))
            .ToList();
        return ending.Count == 0
            ? null
            : new SessionDecision(
                [FactJson.Of(new SessionsEnded(ending.Count))],
                [.. ending.Select(session => session with { EndedAt = now })]);
    }

    public static Outcome<SessionDecision> SetPreferences(OfficialId official, SetPreferences request)
    {
        if (!Themes.Contains(request.Theme))
            return new Refusal(RefusalCode.FieldInvalid, "theme");
        if (!Densities.Contains(request.Density))
            return new Refusal(RefusalCode.FieldInvalid, "density");
        if (!Locales.Contains(request.Locale))
            return new Refusal(RefusalCode.FieldInvalid, "locale");
        return new SessionDecision(
            [FactJson.Of(new PreferencesSet(request.Theme, request.Density, request.Locale))],
            [new PreferenceRow { Official = official, Theme = request.Theme, Density = request.Density, Locale = request.Locale }]);
    }

    /// <summary>A new password; a demo account becomes one of its own. The session that it is done in goes on.</summary>
    public static SessionDecision ChangePassword(StaffPerson person, ChangePassword request, DateTimeOffset now)
    {
        var ending = person.Open.Where(session => !session.Id.AsSpan().SequenceEqual(request.Keep.AsSpan())).ToList();
        return new SessionDecision(
            [FactJson.Of(new PasswordSet(ending.Count))],
            [
                person.Row with { PasswordHash = request.Hash, Demo = false },
                new SignInLockRow { Official = person.Row.Id, Failures = 0 },
                .. ending.Select(session => session with { EndedAt = now }),
            ]);
    }

    private static DateTimeOffset? LockedUntil(int failures, DateTimeOffset now)
    {
        var beyond = failures - SessionLimits.FreeFailuresMax;
        if (beyond <= 0)
            return null;
        var seconds = SessionLimits.FirstLock.TotalSeconds * Math.Pow(2, Math.Min(beyond - 1, 30));
        return now + TimeSpan.FromSeconds(Math.Min(seconds, SessionLimits.LockMax.TotalSeconds));
    }

    private static string Cut(string userAgent) =>
        userAgent.Length <= SessionLimits.UserAgentCharsMax ? userAgent : userAgent[..SessionLimits.UserAgentCharsMax];
}
