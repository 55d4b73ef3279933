using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace PartyRealtime.Drafting;

/// <summary>
/// Unmodified @hocuspocus/provider and y-websocket clients in a process of their own, under the command of a test. Where a
/// command waits for something, the process looks until it is so.
/// </summary>
public sealed class Editors : IAsyncDisposable
{
    /// <summary>How long a client is given to see what it must see.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>How long a command may take of which nothing else is said.</summary>
    private static readonly TimeSpan CommandMax = TimeSpan.FromMinutes(3);

    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _asked = new();
    private readonly Process _process;
    private readonly Lock _writing = new();
    private int _last;

    private Editors(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.BeginOutputReadLine();
    }

    /// <summary>The repository's folder.</summary>
    public static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "PartyRealtime.sln")))
                folder = folder.Parent ?? throw new DirectoryNotFoundException("PartyRealtime.sln is in no folder above the tests.");
            return folder.FullName;
        }
    }

    public static Editors Start()
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Root, "tests/Drafting/clients/src/driver.js")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        return new Editors(Process.Start(start)!);
    }

    /// <summary>Opens a draft with a client; returns its Yjs client id.</summary>
    public async Task<long> Open(
        string name,
        string protocol,
        IEnumerable<Uri> nodes,
        string cookie,
        Guid document,
        string? socket = null,
        string? ticket = null,
        object? user = null,
        long? clientId = null) => (await Do("open", new()
        {
            ["name"] = name,
            ["protocol"] = protocol,
            ["nodes"] = nodes.Select(node => node.GetLeftPart(UriPartial.Authority)),
            ["cookie"] = cookie,
            ["document"] = document,
            ["socket"] = socket,
            ["ticket"] = ticket,
            ["user"] = user,
            ["clientId"] = clientId,
        })).GetInt64();

    public Task Type(string name, int letters) => Do("type", new() { ["name"] = name, ["letters"] = letters });

    /// <summary>One update of this many letters.</summary>
    public Task Paste(string name, int letters) => Do("paste", new() { ["name"] = name, ["letters"] = letters });

    public Task Say(string name, string field, object value) => Do("say", new() { ["name"] = name, ["field"] = field, ["value"] = value });

    public Task Cut(string name) => Do("cut", new() { ["name"] = name });

    public Task Leave(string name) => Do("leave", new() { ["name"] = name });

    public Task<JsonElement> State(string name) => Do("state", new() { ["name"] = name });

    public Task<JsonElement> Others(string name) => Do("others", new() { ["name"] = name });

    /// <summary>
    /// All type words and lose connections at random, so many together in the mean, until "stop". Each step of so many
    /// milliseconds every client throws its dice.
    /// </summary>
    public Task Traffic(double wordsPerSecond, double cutsPerSecond, int clients, int stepMs) => Do("traffic", new()
    {
        ["typing"] = wordsPerSecond * stepMs / 1_000 / clients,
        ["cutting"] = cutsPerSecond * stepMs / 1_000 / clients,
        ["every"] = stepMs,
    });

    /// <summary>The numbers of the words that the client named <paramref name="of"/> typed, as <paramref name="name"/> sees them.</summary>
    public async Task<int[]> Words(string name, string of) =>
        (await Do("words", new() { ["name"] = name, ["of"] = of })).Deserialize<int[]>()!;

    /// <summary>Waits until the client sees this; fails with what it sees instead.</summary>
    public Task<JsonElement> Until(string name, string what, object? value = null, TimeSpan? max = null) => Do("until", new()
    {
        ["name"] = name, ["what"] = what, ["value"] = value, ["milliseconds"] = (max ?? Patience).TotalMilliseconds,
    });

    /// <summary>One of the process's other commands.</summary>
    public async Task<JsonElement> Do(string what, Dictionary<string, object?>? command = null, TimeSpan? max = null)
    {
        var id = Interlocked.Increment(ref _last);
        var answer = _asked[id] = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        command = new Dictionary<string, object?>(command ?? []) { ["id"] = id, ["do"] = what };
        var line = JsonSerializer.Serialize(command);
        lock (_writing)
        {
            _process.StandardInput.WriteLine(line);
            _process.StandardInput.Flush();
        }

        return await answer.Task.WaitAsync(max ?? CommandMax);
    }

    /// <summary>kill -9 of all clients.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await Kill();
        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        var answer = JsonDocument.Parse(line).RootElement;
        if (!_asked.TryRemove(answer.GetProperty("id").GetInt32(), out var asked))
            return;
        if (answer.TryGetProperty("error", out var error))
            asked.TrySetException(new InvalidOperationException(error.GetString()));
        else
            asked.TrySetResult(answer.GetProperty("value"));
    }
}
