using PartyRealtime.YjsTests.Bench;
using Xunit.Runner.InProc.SystemConsole;

return args is ["--bench", var folder]
    ? TraceBench.Run(folder)
    : await ConsoleRunner.Run(args);
