using PartyRealtime.StorageTests.Bench;
using Xunit.Runner.InProc.SystemConsole;

return args switch
{
    _ when args.Contains("--bench-search", StringComparer.Ordinal) => await SearchBench.Run(documents: 300_000),
    _ when args.Contains("--bench", StringComparer.Ordinal) => await WriterBench.Run(args),
    _ => await ConsoleRunner.Run(args),
};
