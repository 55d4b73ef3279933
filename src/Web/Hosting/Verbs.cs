namespace PartyRealtime.Web.Hosting;

/// <summary>What the program can do, by the first word of its command line.</summary>
internal static class Verbs
{
    private const int ExitWrongUse = 2;

    /// <summary>Runs the verb and gives the exit code: 0 done, 1 failed, 2 called in a wrong way.</summary>
    public static async Task<int> Run(CommandLine line)
    {
        Func<CommandLine, NodeSettings, Task<int>>? verb = line.Verb switch
        {
            null => Serve.Run,
            _ => null,
        };
        if (verb is null)
            line.Refuse($"{line.Verb} is no command.");
        var settings = NodeSettings.From(line);
        if (line.Errors.Count == 0)
            return await verb!(line, settings);
        foreach (var error in line.Errors)
            await Console.Error.WriteLineAsync(error);
        return ExitWrongUse;
    }
}
