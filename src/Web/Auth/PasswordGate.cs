using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.Storage.Sessions;
using PartyRealtime.Web.Hosting;
using PartyRealtime.Web.Refusals;

namespace PartyRealtime.Web.Auth;

/// <summary>
/// The one way a password is checked: limits per name and per address, bounded hashing, the same work for names that
/// do not exist, failures told to the account's grain.
/// </summary>
internal sealed class PasswordGate(
    ISessionReads reads,
    IDemoPasswordStore demo,
    PasswordHashing hashing,
    IGrainFactory grains,
    NodeSettings settings,
    TimeProvider time) : IPasswordCheck
{
    private readonly TokenBuckets _perName = new(10, TimeSpan.FromSeconds(6), time);

    // Of their own: a sign-in takes from those of whatever name it is sent with.
    private readonly TokenBuckets _inside = new(10, TimeSpan.FromSeconds(6), time);
    private readonly TokenBuckets _perAddress = new(100, TimeSpan.FromMilliseconds(100), time);

    /// <summary>The account when the password is right; else SignInFailed, TooManyRequests or Busy.</summary>
    public async Task<Outcome<SignInAccount>> SignIn(string signIn, string password, string address, CancellationToken cancellation)
    {
        if ((_perAddress.Take(address) ?? _perName.Take(signIn)) is { } wait)
            return TooMany(wait);
        var account = await reads.Account(signIn, cancellation);
        var verified = await Verify(account, password, IsHere(address), cancellation);
        if (!verified.IsOk)
            return verified.Refusal;
        if (!verified.Value || account is null)
        {
            await TellFailure(account, stepUp: false);
            return RefusalCode.SignInFailed;
        }

        _perName.GiveBack(signIn);
        return account;
    }

    public async Task<Outcome<bool>> Check(OfficialId official, string password, CancellationToken cancellation = default)
    {
        var key = official.ToString();
        if (_inside.Take(key) is { } wait)
            return TooMany(wait);
        var account = await reads.Account(official, cancellation);
        var verified = await Verify(account, password, isHere: true, cancellation);
        if (!verified.IsOk)
            return verified.Refusal;
        // The lock of the account is not asked for: strangers set it, and the session has shown already who this is.
        if (!verified.Value)
        {
            await TellFailure(account, stepUp: true);
            return RefusalCode.StepUpRequired;
        }

        _inside.GiveBack(key);
        return true;
    }

    private async Task<Outcome<bool>> Verify(SignInAccount? account, string password, bool isHere, CancellationToken cancellation)
    {
        var isDemo = account is { Demo: true } && isHere && settings.IsLoopbackOnly;
        var hash = isDemo ? await demo.Hash(cancellation) : account?.PasswordHash;
        return await hashing.Verify(hash, password, cancellation);
    }

    private static bool IsHere(string address) => IPAddress.TryParse(address, out var sender) && IPAddress.IsLoopback(sender);

    private async Task TellFailure(SignInAccount? account, bool stepUp)
    {
        if (account is not null)
            await grains.GetGrain<ISessionGrain>(account.Official.Value).Fail(new FailSignIn(stepUp));
    }

    private static Refusal TooMany(TimeSpan wait) =>
        new(RefusalCode.TooManyRequests, Params: ImmutableDictionary<string, string>.Empty.Add(
            RefusalResults.RetryAfterMs, Math.Ceiling(wait.TotalMilliseconds).ToString(CultureInfo.InvariantCulture)));
}
