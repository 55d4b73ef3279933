using PartyRealtime.StorageTests.Bench;
using Xunit.Runner.InProc.SystemConsole;

return args.Contains("--bench-search", StringComparer.Ordinal)
    ? await SearchBench.Run(documents: 300_000)
    : args.Contains("--bench", StringComparer.Ordinal)
    ? await WriterBench.Run(args)
    : await ConsoleRunner.Run(args);
