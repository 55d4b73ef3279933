using System.Security.Cryptography;
using PartyRealtime.Storage.Sessions;
using PartyRealtime.Web.Hosting;

namespace PartyRealtime.Web.Auth;

/// <summary>
/// The password that demo accounts share: made once, kept in a file of the data directory that only its owner may
/// read, and as a hash in the store. Without the file a new one is made, and the old one stops working.
/// </summary>
internal sealed class DemoPassword(IDemoPasswordStore store, PasswordHashing hashing, NodeSettings settings)
{
    private const string FileName = "demo-password";

    // Without letters that are read for one another.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    private string Path => System.IO.Path.Combine(settings.DataDirectory, FileName);

    /// <summary>The password; null when there are no demo accounts or they do not work on this node.</summary>
    public async Task<string?> Ensure(CancellationToken cancellation)
    {
        if (!settings.IsLoopbackOnly || !await store.HasDemoAccounts(cancellation))
            return null;
        var hash = await store.Hash(cancellation);
        if (hash is not null && File.Exists(Path))
        {
            var kept = (await File.ReadAllTextAsync(Path, cancellation)).Trim();
            if ((await hashing.Verify(hash, kept, cancellation)).Value)
                return kept;
        }

        var password = RandomNumberGenerator.GetString(Letters, 16);
        await Keep(password, cancellation);
        await store.SetHash(hashing.Hash(password), cancellation);
        return password;
    }

    private async Task Keep(string password, CancellationToken cancellation)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new StreamWriter(Path, options);
        await file.WriteLineAsync(password.AsMemory(), cancellation);
    }
}
