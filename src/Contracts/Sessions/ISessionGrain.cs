using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Contracts.Sessions;

/// <summary>
/// Orders what happens to one official's sessions: opening, ending, failed sign-ins, preferences. Keyed by the
/// official's id. Every answer is given only when its effect is durable.
/// </summary>
[Alias("Isession-grain")]
[GrainInterfaceType("i-session")]
public interface ISessionGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// Opens a session after the edge has checked the password, and forgets earlier failures. Refuses SignInFailed
    /// while the account is locked or disabled.
    /// </summary>
    [Alias("open")]
    Task<Outcome<Receipt>> Open(OpenSession request);

    /// <summary>
    /// Records a wrong password. Failed sign-ins are counted: from the fifth in a row on the account is locked, each time for
    /// twice as long. One inside a session, or while the lock stands, changes neither the count nor the lock.
    /// </summary>
    [Alias("fail")]
    Task<Outcome<Receipt>> Fail(FailSignIn request);

    /// <summary>Extends a session in use; no effect on one that has ended.</summary>
    [Alias("renew")]
    Task<Outcome<Receipt>> Renew(RenewSession request);

    /// <summary>Ends one session, or all of the official. Idempotent.</summary>
    [Alias("end")]
    Task<Outcome<Receipt>> End(EndSessions request);

    /// <summary>Stores how the client shall look. The command id makes it one effect.</summary>
    [Alias("set-preferences")]
    Task<Outcome<Receipt>> SetPreferences(CommandContext context, SetPreferences request);

    /// <summary>
    /// Stores a new password and ends every session but the one that it is done in. The command id makes it one effect. Refuses
    /// NotInScope for an account that is gone or disabled.
    /// </summary>
    [Alias("change-password")]
    Task<Outcome<Receipt>> ChangePassword(CommandContext context, ChangePassword request);
}
