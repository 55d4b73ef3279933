using PartyRealtime.StorageTests.Bench;
using Xunit.Runner.InProc.SystemConsole;

return args.Contains("--bench", StringComparer.Ordinal)
    ? await WriterBench.Run(args)
    : await ConsoleRunner.Run(args);
