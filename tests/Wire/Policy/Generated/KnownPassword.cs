using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Web.Auth;

namespace PartyRealtime.WireTests.Policy.Generated;

/// <summary>
/// Passes every password: hundreds of signatures are asked for here, and the real check is slow by design and limited
/// in number. The sign-in tests hold that check.
/// </summary>
internal sealed class KnownPassword : IPasswordCheck
{
    public Task<Outcome<bool>> Check(OfficialId official, string password, CancellationToken cancellation = default) =>
        Task.FromResult<Outcome<bool>>(true);
}
