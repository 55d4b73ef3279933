using PartyRealtime.Silo.Hosting;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Organisation;

namespace PartyRealtime.Web.Hosting;

/// <summary>What the program can do, by the first word of its command line.</summary>
internal static class Verbs
{
    private static readonly Dictionary<string, Func<CommandLine, NodeSettings, Func<Task<int>>>> All = new()
    {
        ["import"] = ImportVerb.Prepare,
        ["mint-sessions"] = MintSessions.Prepare,
        ["set-password"] = SetPassword.Prepare,
        ["list-seats"] = StaffVerbs.List,
        ["give-seat"] = StaffVerbs.Give,
        ["end-holding"] = StaffVerbs.End,
        ["disable-account"] = StaffVerbs.Disable,
        ["enable-account"] = StaffVerbs.Enable,
        ["backup"] = BackupVerbs.Backup,
        ["restore"] = BackupVerbs.Restore,
    };

    /// <summary>Runs the verb; its <see cref="ExitCode"/>.</summary>
    public static async Task<int> Run(CommandLine line)
    {
        var settings = NodeSettings.From(line);
        Func<Task<int>>? run = null;
        if (line.Verb is not { } name)
            run = () => Serve.Run(settings);
        else if (All.TryGetValue(name, out var prepare))
            run = prepare(line, settings);
        else
            line.Refuse($"{name} is no command. Leave it out to serve, or use {string.Join(", ", All.Keys)}.");
        if (run is not null && line.Errors.Count == 0)
            return await ProgramEnd.Of(run);
        foreach (var error in line.Errors)
            await Console.Error.WriteLineAsync(error);
        return ExitCode.WrongUse;
    }
}
