using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Storage.Sessions;
using PartyRealtime.Web.Refusals;

namespace PartyRealtime.Web.Auth;

/// <summary>
/// Checks passwords with ASP.NET Core Identity's hasher (PBKDF2 with HMAC-SHA512, 100,000 rounds: about 70 ms of a core). As many at once
/// as there are cores, a bounded number waiting, the rest told to come back.
/// </summary>
internal sealed class PasswordHashing : IDisposable
{
    /// <summary>Checks that may wait; at 70 ms each the last one waits about 2 s on two cores.</summary>
    internal const int WaitingMax = 64;

    private static readonly SignInAccount Nobody = new() { Official = default };

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    private readonly PasswordHasher<SignInAccount> _hasher = new();
    private readonly SemaphoreSlim _cores = new(Environment.ProcessorCount, Environment.ProcessorCount);
    private readonly string _nobodysHash;
    private int _waiting;

    public PasswordHashing() => _nobodysHash = Hash(Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));

    /// <summary>A new hash, salted.</summary>
    public string Hash(string password) => _hasher.HashPassword(Nobody, password);

    /// <summary>
    /// Whether the password is the one behind the hash. Without a hash the same work is done and the answer is no, so
    /// that a name that does not exist cannot be told from a wrong password by time. Refuses Busy.
    /// </summary>
    public async Task<Outcome<bool>> Verify(string? hash, string password, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _waiting) > WaitingMax)
        {
            Interlocked.Decrement(ref _waiting);
            return new Refusal(RefusalCode.Busy, Params: ImmutableDictionary<string, string>.Empty.Add(
                RefusalResults.RetryAfterMs, RetryAfter.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)));
        }

        try
        {
            await _cores.WaitAsync(cancellation);
            try
            {
                var result = await Task.Run(() => _hasher.VerifyHashedPassword(Nobody, hash ?? _nobodysHash, password), cancellation);
                return hash is not null && result != PasswordVerificationResult.Failed;
            }
            finally
            {
                _cores.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    public void Dispose() => _cores.Dispose();
}
