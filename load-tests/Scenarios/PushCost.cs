using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.LoadTests.Engine;
using PartyRealtime.LoadTests.Wire;

namespace PartyRealtime.LoadTests.Scenarios;

/// <summary>
/// What a push costs the servers, without the commit that it follows: the same acts at the same rate are done twice, with
/// nobody connected and with everybody at a screen, and what the servers need for being there is taken off both. So notes
/// to one person each, who has several screens open at one node, because the commit costs many times what one push does
/// and one push would drown in its noise; and directives to everyone. Only server processes on this machine are counted.
/// </summary>
public sealed class PushCost(Options options, Action<string> say) : IDisposable
{
    private const double NotesPerSecond = 400;
    private const int Writers = 64;
    private const int Readers = 1_000;
    private const int ScreensEach = 10;
    private const int ScreensWide = 5_000;
    private const int Directives = 8;

    /// <summary>Looks at idle servers; what came before keeps them busy for a while.</summary>
    private const int IdleLooksMax = 6;

    /// <summary>Servers have come to rest when they use at least so much of what they used in the look before.</summary>
    private const double Rested = 0.9;

    private static readonly string[] Everyone = ["everyone"];
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ArrivedMax = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    private readonly HttpClient _http = Api.Pool();
    private readonly List<ProcessGroup> _servers =
        [.. options.Targets.Select(target => new ProcessGroup($"port {target.Port}", ProcessGroup.ListeningOn(target.Port)))];

    private readonly ProcessGroup? _database = options.StorePid is { } first ? new ProcessGroup("database", [first]) : null;

    private IReadOnlyList<(int Official, string Cookie)> _people = [];
    private DirectiveDesk? _desk;
    private int _units;

    /// <summary>What pushes, the commits that they follow, and being there cost.</summary>
    public async Task<PushCosts> Measure(CancellationToken cancellation)
    {
        _people = SessionFile.People(options.SessionsFile ?? throw new InvalidOperationException("--sessions is needed"));
        _desk = await DirectiveDesk.Open(
            () => new Api(_http, options.Targets, 0, null), options.Password ?? throw new InvalidOperationException("--password is needed"), cancellation);
        _units = await _desk.Reach(Everyone, cancellation);
        var notes = await Notes(cancellation);
        await Issue(await Sealed(1, cancellation), cancellation);

        var alone = await Idle("idle, nobody connected", cancellation);
        var notesAlone = await Spent("notes, nobody connected", alone, Notes, cancellation);
        var unseen = await Sealed(Directives, cancellation);
        var wideAlone = await Spent("directives, nobody connected", alone, end => Issue(unseen, end), cancellation);
        var read = await NotesSeen(cancellation);
        var wide = await DirectivesSeen(cancellation);
        var (ofNotes, ofWide, arrived) = (read.Spent - notesAlone.Servers, wide.Spent - wideAlone.Servers, (long)Directives * _units);
        return new PushCosts(
            options.Targets.Count, read.Pushes, Per100000(ofNotes, read.Pushes), wide.Pushes, Per100000(ofWide, wide.Pushes),
            notes, Per100000(ofNotes, notes), Per100000(notesAlone.Servers, notes), Per100000(notesAlone.Database, notes),
            arrived, Per100000(wideAlone.Servers, arrived), Per100000(wideAlone.Database, arrived),
            alone, read.IdleCores, wide.IdleCores);
    }

    public void Dispose() => _http.Dispose();

    private async Task<Seen> NotesSeen(CancellationToken cancellation)
    {
        await using var readers = new Crowd();
        await readers.Open(options.Targets, Screens(ReadersIn(options.Targets.Count), ScreensEach), (_, _) => { }, cancellation);
        var calm = await Idle($"idle, {readers.Screens.Count} screens", cancellation);
        return await Pushed(calm, () => Spent("notes, connected", calm, Notes, cancellation), readers);
    }

    private async Task<Seen> DirectivesSeen(CancellationToken cancellation)
    {
        await using var desks = new Crowd();
        await desks.Open(options.Targets, Screens(ScreensWide, 1), (_, _) => { }, cancellation);
        var documents = await Sealed(Directives, cancellation);
        var calm = await Idle($"idle, {desks.Screens.Count} screens", cancellation);
        return await Pushed(calm, () => Spent("directives, connected", calm, end => Issue(documents, end), cancellation), desks);
    }

    private static double Per100000(double seconds, long pushes) => seconds / Math.Max(1, pushes) * 100_000;

    private (double Servers, double Database) CpuSeconds()
    {
        var children = ProcessGroup.Children();
        return (_servers.Sum(server => server.Read(children).CpuSeconds), _database?.Read(children).CpuSeconds ?? 0);
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

        say(string.Create(CultureInfo.InvariantCulture, $"{name,-34} {cores:0.000} cores"));
        return cores;
    }

    private async Task<double> Cores(CancellationToken cancellation)
    {
        var (cpu, began) = (CpuSeconds().Servers, Stopwatch.GetTimestamp());
        await Task.Delay(IdleTime, cancellation);
        return (CpuSeconds().Servers - cpu) / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>CPU seconds of the servers for this, without what they need for being there; and of the database, with all that it does.</summary>
    private async Task<(double Servers, double Database)> Spent(string name, double idleCores, Func<CancellationToken, Task> act, CancellationToken cancellation)
    {
        var (cpu, began) = (CpuSeconds(), Stopwatch.GetTimestamp());
        await act(cancellation);
        // The last pushes are still on their way.
        await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var now = CpuSeconds();
        var (servers, database) = (now.Servers - cpu.Servers - (idleCores * took), now.Database - cpu.Database);
        say(string.Create(CultureInfo.InvariantCulture, $"{name,-34} {servers:0.00} CPU s in {took:0.0} s, the database {database:0.00}"));
        return (servers, database);
    }

    private static async Task<Seen> Pushed(double idleCores, Func<Task<(double Servers, double Database)>> act, Crowd crowd)
    {
        var before = Count();
        return new Seen(idleCores, (await act()).Servers, Count() - before);

        long Count() => crowd.Tally.Counts["pushes"];
    }

    /// <summary>So many that each node has equally many, so that all screens of a person are at the same one.</summary>
    private static int ReadersIn(int nodes) => Readers / nodes * nodes;

    /// <summary>The sessions of the first people, all of them once, then all of them again.</summary>
    private IReadOnlyList<string> Screens(int people, int each) =>
        [.. Enumerable.Range(0, people * each).Select(screen => _people[screen % people % _people.Count].Cookie)];

    /// <summary>Notes from the writers to the readers in turn, at a steady rate; how many.</summary>
    private async Task<long> Notes(CancellationToken cancellation)
    {
        var writers = _people.Take(Writers).Select((person, turn) => new Api(_http, options.Targets, turn, person.Cookie)).ToArray();
        var rate = options.Rates.Count > 0 ? options.Rates[0] : NotesPerSecond;
        var refused = new ConcurrentBag<string>();
        var (sent, _) = await OpenLoop.Run(
            new Step(rate, options.Duration ?? Duration),
            async arrival =>
            {
                var body = new { to = _people[(int)(arrival.Number % Math.Min(Readers, _people.Count))].Official, text = "Ghi chú thử tải" };
                (await writers[arrival.Number % Writers].Command<Receipt>(HttpMethod.Post, "/api/notes", body, cancellation)).Required("note");
            },
            failure => refused.Add(failure.Message),
            cancellation);
        if (refused.TryPeek(out var first))
            throw new InvalidOperationException($"{refused.Count} notes were refused ({first}): the rate is too high for this machine.");
        return sent;
    }

    private async Task<IReadOnlyList<Guid>> Sealed(int count, CancellationToken cancellation)
    {
        var documents = new List<Guid>();
        for (var number = 0; number < count; number++)
            documents.Add(await _desk!.Sealed("Chỉ thị thử tải", cancellation));
        return documents;
    }

    /// <summary>Directives to everyone, one behind the other, each until the last desk has it.</summary>
    private async Task Issue(IReadOnlyList<Guid> documents, CancellationToken cancellation)
    {
        foreach (var document in documents)
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

    /// <summary>What acts cost with people at their screens.</summary>
    private sealed record Seen(double IdleCores, double Spent, long Pushes);
}
