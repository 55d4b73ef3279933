namespace PartyRealtime.Contracts.Sessions;

/// <summary>How long sessions live and how failures are slowed down.</summary>
public static class SessionLimits
{
    /// <summary>A session that is not used ends after this time.</summary>
    public static readonly TimeSpan IdleMax = TimeSpan.FromHours(12);

    /// <summary>Every session ends after this time.</summary>
    public static readonly TimeSpan LifeMax = TimeSpan.FromDays(14);

    /// <summary>A session in use is written again after this time.</summary>
    public static readonly TimeSpan RenewAfter = TimeSpan.FromHours(1);

    /// <summary>Failures in a row without a lock.</summary>
    public const int FreeFailuresMax = 4;

    /// <summary>The first lock; each further failure doubles it.</summary>
    public static readonly TimeSpan FirstLock = TimeSpan.FromSeconds(30);

    public static readonly TimeSpan LockMax = TimeSpan.FromMinutes(15);

    /// <summary>Open sessions of one official; the oldest gives way.</summary>
    public const int SessionsMax = 20;

    public const int UserAgentCharsMax = 200;

    public const int PasswordCharsMin = 12;

    public const int PasswordCharsMax = 200;
}
