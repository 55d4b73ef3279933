using System.Security.Cryptography;
using PartyRealtime.Storage.Sessions;
using PartyRealtime.Web.Hosting;

namespace PartyRealtime.Web.Auth;

/// <summary>
/// The password that demo accounts share. The first node makes it and puts it into the store, where every other one finds it:
/// what a node prints works, whichever folder it has. A copy lies in a file of the data folder that only its owner may read.
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
        string? password;
        while ((password = await store.Password(cancellation)) is null)
        {
            var made = await Kept(cancellation) ?? RandomNumberGenerator.GetString(Letters, 16);
            await store.TrySet(made, hashing.Hash(made), cancellation);
        }

        await Keep(password, cancellation);
        return password;
    }

    /// <summary>The password of the file where the store has its hash alone, as an earlier version left it.</summary>
    private async Task<string?> Kept(CancellationToken cancellation)
    {
        if (!File.Exists(Path) || await store.Hash(cancellation) is not { } hash)
            return null;
        var kept = (await File.ReadAllTextAsync(Path, cancellation)).Trim();
        return (await hashing.Verify(hash, kept, cancellation)).Value ? kept : null;
    }

    /// <summary>Under another name first: whoever reads the file reads a whole one.</summary>
    private async Task Keep(string password, CancellationToken cancellation)
    {
        if (File.Exists(Path) && (await File.ReadAllTextAsync(Path, cancellation)).Trim() == password)
            return;
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var fresh = Path + "." + System.IO.Path.GetRandomFileName();
        await using (var file = new StreamWriter(fresh, options))
            await file.WriteLineAsync(password.AsMemory(), cancellation);
        File.Move(fresh, Path, overwrite: true);
    }
}
