using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Web.Auth;

/// <summary>Asks a signed-in person for the password again, before an act that binds (step-up).</summary>
public interface IPasswordCheck
{
    /// <summary>
    /// True when it is the person's password, whether or not failed sign-ins have locked the account. Refuses StepUpRequired
    /// when it is not, TooManyRequests and Busy as sign-in does, with attempts of its own. Failures lock nothing.
    /// </summary>
    Task<Outcome<bool>> Check(OfficialId official, string password, CancellationToken cancellation = default);
}
