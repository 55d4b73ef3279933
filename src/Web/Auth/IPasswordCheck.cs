using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Web.Auth;

/// <summary>Asks a signed-in person for the password again, before an act that binds (step-up).</summary>
public interface IPasswordCheck
{
    /// <summary>
    /// True when it is the person's password. Refuses StepUpRequired when it is not or the account is locked,
    /// TooManyRequests and Busy as sign-in does. Failures count towards the same lock.
    /// </summary>
    Task<Outcome<bool>> Check(OfficialId official, string password, CancellationToken cancellation = default);
}
