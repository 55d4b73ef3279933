using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.LoadTests.Engine;
using PartyRealtime.LoadTests.Wire;

namespace PartyRealtime.LoadTests.Scenarios;

/// <summary>
/// What a push costs the servers, without the commit that it follows: the same acts are done again and again, some seen at
/// screens and some by nobody, and the servers have done both for a while before anything is measured. A commit costs many
/// times what a push does, so notes to people at a screen and notes to others take turns, all else being the same; the
/// difference is given with its error. Directives to everyone are measured with all screens open, and then with none.
/// Every look lasts for a whole number of pings: a thousand of them cost what some hundred notes do, and would be noise.
/// Only server processes on this machine are counted.
/// </summary>
public sealed class PushCost(Options options, Action<string> say) : IDisposable
{
    private const double NotesPerSecond = 800;
    private const int Writers = 64;
    private const int Readers = 1_000;
    private const int ScreensWide = 5_000;
    private const int Directives = 12;

    /// <summary>Not measured: what is done thousands of times by a directive is compiled anew, more than once, on each node by itself.</summary>
    private const int WarmDirectives = 16;

    /// <summary>Runs of notes: not measured, and measured.</summary>
    private const int WarmRuns = 8;
    private const int NoteRuns = 12;

    /// <summary>Looks at idle servers; what came before keeps them busy for a while.</summary>
    private const int IdleLooksMax = 6;

    /// <summary>Servers have come to rest when they use at least so much of what they used in the look before.</summary>
    private const double Rested = 0.9;

    private static readonly string[] Everyone = ["everyone"];
    private static readonly TimeSpan NoteRun = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan IdleTime = Crowd.PingEvery * 2;
    private static readonly TimeSpan ArrivedMax = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>The last pushes are still on their way when the last act is acknowledged.</summary>
    private static readonly TimeSpan Tail = TimeSpan.FromSeconds(1);

    private readonly HttpClient _http = Api.Pool();
    private readonly List<ProcessGroup> _servers =
        [.. options.Targets.Select(target => new ProcessGroup($"port {target.Port}", ProcessGroup.ListeningOn(target.Port)))];

    private IReadOnlyList<(int Official, string Cookie)> _people = [];
    private DirectiveDesk? _desk;
    private int _units;

    private Step Run => new(options.Rates.Count > 0 ? options.Rates[0] : NotesPerSecond, options.Duration ?? NoteRun);

    /// <summary>Measures notes, then directives; the cluster is to do nothing else meanwhile.</summary>
    public async Task<PushCosts> Measure(CancellationToken cancellation)
    {
        _people = SessionFile.People(options.SessionsFile ?? throw new InvalidOperationException("--sessions is needed"));
        _desk = await DirectiveDesk.Open(
            () => new Api(_http, options.Targets, 0, null), options.Password ?? throw new InvalidOperationException("--password is needed"), cancellation);
        _units = await _desk.Reach(Everyone, cancellation);
        var notes = await Notes(cancellation);
        var (directives, idle) = await Wide(cancellation);
        return new PushCosts(options.Targets.Count, idle, notes, directives);
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The first people sit at a screen each, the next as many at none, and others write to both in turns.</summary>
    private async Task<PairedCost> Notes(CancellationToken cancellation)
    {
        if (_people.Count < (2 * Readers) + Writers)
            throw new InvalidOperationException($"{(2 * Readers) + Writers} people are needed, {_people.Count} have a session.");
        await using var readers = new Crowd();
        await readers.Open(options.Targets, [.. _people.Take(Readers).Select(person => person.Cookie)], (_, _) => { }, cancellation);
        var idle = await Idle("idle, readers at their screens", cancellation);
        var (seen, unseen, pushes) = (new List<double>(), new List<double>(), 0L);
        for (var run = -WarmRuns; run < NoteRuns; run++)
        {
            var before = readers.Tally.Counts["pushes"];
            var withScreens = await Spent(idle, end => Send(0, end), cancellation);
            var pushed = readers.Tally.Counts["pushes"] - before;
            var without = await Spent(idle, end => Send(Readers, end), cancellation);
            say(FormattableString.Invariant($"notes{(run < 0 ? ", to warm up" : "")}: {withScreens:0.00} CPU s seen, {without:0.00} unseen, {pushed} pushes"));
            if (run < 0)
                continue;
            pushes += pushed;
            seen.Add(withScreens);
            unseen.Add(without);
        }

        return PairedCost.Of((long)(Run.PerSecond * Run.Duration.TotalSeconds), seen, unseen, pushes);
    }

    private async Task<(PairedCost Cost, double IdleCores)> Wide(CancellationToken cancellation)
    {
        List<double> seen, unseen;
        double idle;
        long pushes;
        await using (var desks = new Crowd())
        {
            await desks.Open(
                options.Targets, [.. Enumerable.Range(0, ScreensWide).Select(screen => _people[screen % _people.Count].Cookie)], (_, _) => { }, cancellation);
            Say("directives, to warm up, seen", await Issue(await Sealed(WarmDirectives, cancellation), 0, cancellation));
            var documents = await Sealed(Directives, cancellation);
            idle = await Idle($"idle, {desks.Screens.Count} screens", cancellation);
            var before = desks.Tally.Counts["pushes"];
            seen = await Issue(documents, idle, cancellation);
            pushes = desks.Tally.Counts["pushes"] - before;
        }

        Say("directives, to warm up, unseen", await Issue(await Sealed(WarmDirectives, cancellation), 0, cancellation));
        var rest = await Sealed(Directives, cancellation);
        unseen = await Issue(rest, await Idle("idle, nobody connected", cancellation), cancellation);
        Say(FormattableString.Invariant($"directives, seen, {pushes / Directives} pushes each"), seen);
        Say("directives, unseen", unseen);
        return (PairedCost.Of(1, seen, unseen, pushes), idle);
    }

    private void Say(string what, IEnumerable<double> seconds) =>
        say($"{what}: {string.Join(" ", seconds.Select(one => one.ToString("0.00", CultureInfo.InvariantCulture)))} CPU s");

    private double CpuSeconds()
    {
        var children = ProcessGroup.Children();
        return _servers.Sum(server => server.Read(children).CpuSeconds);
    }

    /// <summary>The cores that the servers use while nobody does anything, once they have come to rest.</summary>
    private async Task<double> Idle(string name, CancellationToken cancellation)
    {
        var cores = double.MaxValue;
        for (var look = 0; look < IdleLooksMax; look++)
        {
            var before = cores;
            cores = await Cores(cancellation);
            if (cores >= before * Rested)
                break;
        }

        say(FormattableString.Invariant($"{name}: {cores:0.000} cores"));
        return cores;
    }

    private async Task<double> Cores(CancellationToken cancellation)
    {
        var (cpu, began) = (CpuSeconds(), Stopwatch.GetTimestamp());
        await Task.Delay(IdleTime, cancellation);
        return (CpuSeconds() - cpu) / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>CPU seconds of the servers for this, without what they need for being there and for the pings.</summary>
    private async Task<double> Spent(double idleCores, Func<CancellationToken, Task> act, CancellationToken cancellation)
    {
        var (cpu, began) = (CpuSeconds(), Stopwatch.GetTimestamp());
        await act(cancellation);
        var pings = Math.Ceiling((Stopwatch.GetElapsedTime(began) + Tail) / Crowd.PingEvery);
        await Task.Delay((Crowd.PingEvery * pings) - Stopwatch.GetElapsedTime(began), cancellation);
        return CpuSeconds() - cpu - (idleCores * Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    /// <summary>Notes to the people from this one on in turn, at a steady rate; from people who sit at no screen.</summary>
    private async Task Send(int first, CancellationToken cancellation)
    {
        var writers = _people.Skip(2 * Readers).Take(Writers).Select((person, turn) => new Api(_http, options.Targets, turn, person.Cookie)).ToArray();
        var refused = new ConcurrentBag<string>();
        await OpenLoop.Run(
            Run,
            async arrival =>
            {
                var body = new { to = _people[first + (int)(arrival.Number % Readers)].Official, text = "Ghi chú thử tải" };
                (await writers[arrival.Number % Writers].Command<Receipt>(HttpMethod.Post, "/api/notes", body, cancellation)).Required("note");
            },
            failure => refused.Add(failure.Message),
            cancellation);
        if (refused.TryPeek(out var reason))
            throw new InvalidOperationException($"{refused.Count} notes were refused ({reason}): the rate is too high for this machine.");
    }

    private async Task<IReadOnlyList<Guid>> Sealed(int count, CancellationToken cancellation)
    {
        var documents = new List<Guid>();
        for (var number = 0; number < count; number++)
            documents.Add(await _desk!.Sealed("Chỉ thị thử tải", cancellation));
        return documents;
    }

    /// <summary>Directives to everyone, one behind the other, each until the last desk has it; what each needed.</summary>
    private async Task<List<double>> Issue(IReadOnlyList<Guid> documents, double idleCores, CancellationToken cancellation)
    {
        var seconds = new List<double>();
        foreach (var document in documents)
            seconds.Add(await Spent(idleCores, end => Issue(document, end), cancellation));
        return seconds;
    }

    private async Task Issue(Guid document, CancellationToken cancellation)
    {
        await _desk!.Issue(document, Everyone, _units, cancellation);
        var began = Stopwatch.GetTimestamp();
        while ((await _desk.Totals(document, cancellation)).Sent > 0)
        {
            if (Stopwatch.GetElapsedTime(began) > ArrivedMax)
                throw new InvalidOperationException($"A directive has not arrived after {ArrivedMax.TotalSeconds:0} s.");
            await Task.Delay(Look, cancellation);
        }
    }
}
