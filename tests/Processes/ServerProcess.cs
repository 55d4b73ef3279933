using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace PartyRealtime.Processes;

/// <summary>
/// The built server as a process of its own, on a data folder of the test's choice. It can be killed as a machine kills
/// it, and started again on what is left.
/// </summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan ReadyMax = TimeSpan.FromSeconds(180);
    private static readonly TimeSpan StopMax = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether a demo password follows the address: where a server for people listens on loopback.</summary>
    private readonly bool _hasPassword;

    private ServerProcess(string data, IReadOnlyList<string> options, IReadOnlyDictionary<string, string> environment, IReadOnlyList<string> through, string program)
    {
        Data = data;
        _hasPassword = program != BuiltSilo && !options.Contains("--listen", StringComparer.Ordinal);
        string[] words = [.. through, "dotnet", program, "--data", data, .. options];
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_CONTENTROOT"] = Path.Combine(Root, "src", "Web");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException($"The server ended before it was ready:\n{Output}"));
    }

    public string Data { get; }

    /// <summary>Where it answers, once it is ready.</summary>
    public Uri Url { get; private set; } = new("http://127.0.0.1:0");

    /// <summary>The password that all demo accounts share.</summary>
    public string DemoPassword { get; private set; } = "";

    /// <summary>What it has printed.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    private static string Root { get; } = FindRoot();

    /// <summary>The program of this tree, built in the same configuration as this test.</summary>
    public static string Built => BuiltOf("Web");

    /// <summary>The same of the program for nodes without people.</summary>
    public static string BuiltSilo => BuiltOf("Silo");

    /// <summary>The command that users start the product with, and call its commands by.</summary>
    public static string RunCommand => Path.Combine(Root, "run");

    /// <summary>Started and ready: it has printed its URL and, last, the demo password.</summary>
    public static Task<ServerProcess> Start(string data, params string[] options) =>
        Start(new Dictionary<string, string>(), data, options);

    /// <summary>As above, with these variables in its environment.</summary>
    public static Task<ServerProcess> Start(IReadOnlyDictionary<string, string> environment, string data, params string[] options) =>
        Start([], environment, data, options);

    /// <summary>As above, and started through another program, whose words stand before its own and whose process becomes the server's.</summary>
    public static Task<ServerProcess> Start(
        IReadOnlyList<string> through, IReadOnlyDictionary<string, string> environment, string data, params string[] options) =>
        StartOf(Built, through, environment, data, options);

    /// <summary>As above, of another build of the program.</summary>
    public static async Task<ServerProcess> StartOf(
        string program, IReadOnlyList<string> through, IReadOnlyDictionary<string, string> environment, string data, params string[] options)
    {
        var isPortGiven = program == BuiltSilo || options.Contains("--port", StringComparer.Ordinal);
        var server = new ServerProcess(
            data, isPortGiven ? options : ["--port", "0", .. options], environment, through, program);
        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        try
        {
            await server._ready.Task.WaitAsync(ReadyMax);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>One of the program's commands, to its end.</summary>
    public static Task Run(params string[] arguments) => RunOf(Built, arguments);

    /// <summary>The same, of another build.</summary>
    public static async Task RunOf(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    /// <summary>kill -9: nothing of the process runs any more when this returns.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public bool HasExited => _process.HasExited;

    /// <summary>The memory that it has now, as the system counts it.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>SIGSTOP: the process runs no further, and its connections stay open. Until <see cref="Resume"/>.</summary>
    public void Suspend()
    {
        Signal("STOP");
        IsSuspended = true;
    }

    public void Resume()
    {
        Signal("CONT");
        IsSuspended = false;
    }

    public bool IsSuspended { get; private set; }

    /// <summary>Completes when the process has ended by itself.</summary>
    public Task Ended(TimeSpan max) => _process.WaitForExitAsync().WaitAsync(max);

    /// <summary>SIGTERM, as an operator stops it; its exit code.</summary>
    public async Task<int> Stop()
    {
        Signal("TERM");
        await _process.WaitForExitAsync().WaitAsync(StopMax);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await Kill();
        _process.Dispose();
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.AppendLine(line);
        if (Address().Match(line) is { Success: true } address && Url.Port == 0)
        {
            Url = new Uri(address.Value);
            if (!_hasPassword)
                _ready.TrySetResult();
        }

        if (Password().Match(line) is { Success: true } password)
        {
            DemoPassword = password.Groups["password"].Value;
            _ready.TrySetResult();
        }
    }

    private static string BuiltOf(string project) => Path.Combine(
        Root,
        "src",
        project,
        "bin",
        AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug",
        "net10.0",
        $"PartyRealtime.{project}.dll");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PartyRealtime.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("PartyRealtime.sln is in no folder above the tests.");
        return folder.FullName;
    }

    [GeneratedRegex(@"https?://[\w.:\[\]]+:\d+")]
    private static partial Regex Address();

    [GeneratedRegex("^demo password: (?<password>.+)$")]
    private static partial Regex Password();
}
