using System.Security.Cryptography;
using PartyRealtime.Storage.Sessions;
using PartyRealtime.Web.Hosting;

namespace PartyRealtime.Web.Auth;

/// <summary>
/// The password that demo accounts share: made once, kept in a file of the data directory that only its owner may
/// read, and as a hash in the store. Without the file a new one is made, and the old one stops working.
/// </summary>
internal sealed class DemoPassword(IDemoPasswordStore store, PasswordHashing hashing, NodeSettings settings, TimeProvider time)
{
    private const string FileName = "demo-password";

    // Without letters that are read for one another.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    private const int AttemptsMax = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private string Path => System.IO.Path.Combine(settings.DataDirectory, FileName);

    /// <summary>The password; null when there are no demo accounts or they do not work on this node.</summary>
    public async Task<string?> Ensure(CancellationToken cancellation)
    {
        if (!settings.IsLoopbackOnly || !await store.HasDemoAccounts(cancellation))
            return null;
        for (var attempt = 1; ; attempt++)
        {
            if (await Kept(cancellation) is { } kept)
                return kept;
            // A node that shares the folder may just be making it. What stays wrong belongs to another store.
            if (attempt == AttemptsMax)
                File.Delete(Path);
            var password = RandomNumberGenerator.GetString(Letters, 16);
            if (await TryKeep(password, cancellation))
            {
                await store.SetHash(hashing.Hash(password), cancellation);
                return password;
            }

            await Task.Delay(Pause, time, cancellation);
        }
    }

    /// <summary>The password of the file when it is the store's.</summary>
    private async Task<string?> Kept(CancellationToken cancellation)
    {
        if (!File.Exists(Path) || await store.Hash(cancellation) is not { } hash)
            return null;
        var kept = (await File.ReadAllTextAsync(Path, cancellation)).Trim();
        return (await hashing.Verify(hash, kept, cancellation)).Value ? kept : null;
    }

    /// <summary>False when there is a file already.</summary>
    private async Task<bool> TryKeep(string password, CancellationToken cancellation)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            await using var file = new StreamWriter(Path, options);
            await file.WriteLineAsync(password.AsMemory(), cancellation);
            return true;
        }
        catch (IOException) when (File.Exists(Path))
        {
            return false;
        }
    }
}
