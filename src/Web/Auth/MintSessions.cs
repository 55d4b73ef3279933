using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Silo.Hosting;
using PartyRealtime.Storage.Sessions;
using PartyRealtime.Web.Hosting;

namespace PartyRealtime.Web.Auth;

/// <summary>
/// <c>mint-sessions --users N --out FILE [--role clerk]</c>: writes sessions for load tests, one a line:
/// sign-in name, official, desk, Cookie header, with tabs between.
/// </summary>
internal static class MintSessions
{
    private const int UsersMax = 200_000;

    public static Func<Task<int>> Prepare(CommandLine line, NodeSettings settings)
    {
        var users = line.Number("--users", 0, 1, UsersMax);
        line.Needed("--users", "the number of sessions");
        var path = line.Needed("--out", "the file to write");
        SeatRole? role = null;
        if (line.Value("--role") is { } word)
        {
            if (Enum.TryParse<SeatRole>(word, ignoreCase: true, out var parsed) && parsed <= SeatRole.UnitAdmin && !char.IsAsciiDigit(word[0]))
                role = parsed;
            else
                line.Refuse($"--role {word}: set clerk, leader, specialist or unitAdmin.");
        }

        return () => Run(settings, users, role, path);
    }

    private static async Task<int> Run(NodeSettings settings, int users, SeatRole? role, string path)
    {
        await using var store = await OfflineStore.Open(settings);
        var tokens = new List<string>(users);
        var minted = await store.Service<SessionMint>().Mint(users, role, () =>
        {
            tokens.Add(SessionCookie.NewToken());
            return SessionKey.OfToken(tokens[^1]).ToBytes();
        });
        if (minted.IsEmpty)
        {
            await Console.Error.WriteLineAsync("The store has no demo accounts of this role: start the server once without --no-seed.");
            return 1;
        }

        var cookie = new SessionCookie(settings).Name;
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new StreamWriter(path, options);
        foreach (var (session, token) in minted.Zip(tokens))
            await file.WriteLineAsync($"{session.SignIn}\t{session.Official}\t{session.Desk}\t{cookie}={token}");
        await Console.Out.WriteLineAsync($"{minted.Length} sessions in {path}");
        return 0;
    }
}
