using PartyRealtime.Contracts.Sessions;
using PartyRealtime.Silo.Hosting;
using PartyRealtime.Storage.Sessions;
using PartyRealtime.Web.Hosting;

namespace PartyRealtime.Web.Auth;

/// <summary>
/// <c>set-password --sign-in NAME</c>: reads the new password from standard input, one line. Ends the account's sessions.
/// </summary>
internal static class SetPassword
{
    public static Func<Task<int>> Prepare(CommandLine line, NodeSettings settings)
    {
        var signIn = line.Needed("--sign-in", "the account's sign-in name");
        return () => Run(settings, signIn.Trim().ToLowerInvariant());
    }

    private static async Task<int> Run(NodeSettings settings, string signIn)
    {
        var password = await Console.In.ReadLineAsync() ?? "";
        if (password.Length < SessionLimits.PasswordCharsMin)
        {
            await Console.Error.WriteLineAsync($"The password must have at least {SessionLimits.PasswordCharsMin} characters. Nothing was changed.");
            return 1;
        }

        if (password.Length > SessionLimits.PasswordCharsMax)
        {
            await Console.Error.WriteLineAsync($"The password may have at most {SessionLimits.PasswordCharsMax} characters. Nothing was changed.");
            return 1;
        }

        using var hashing = new PasswordHashing();
        await using var store = await OfflineStore.Open(settings);
        if (await store.Service<AccountPasswords>().Set(signIn, hashing.Hash(password)))
            return 0;
        await Console.Error.WriteLineAsync($"There is no account {signIn}.");
        return 1;
    }
}
