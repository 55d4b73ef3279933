using System.Diagnostics;
using System.Globalization;

namespace PartyRealtime.LoadTests.Engine;

/// <summary>Reads CPU and memory of the processes once a second, and what the whole machine does besides.</summary>
public sealed class Sampler : IAsyncDisposable
{
    /// <summary>The name under which the machine's load outside of the groups is reported.</summary>
    public const string Others = "others on this machine";

    /// <summary>The name of this program's own group.</summary>
    public const string Generator = "generator";

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _end = new();
    private readonly IReadOnlyList<ProcessGroup> _groups;
    private readonly Dictionary<string, List<Sample>> _samples;
    private readonly Task _run;

    /// <summary>Begins to sample.</summary>
    public Sampler(IReadOnlyList<ProcessGroup> groups)
    {
        _groups = groups;
        _samples = groups.Select(group => group.Name).Append(Others).ToDictionary(name => name, _ => new List<Sample>(), StringComparer.Ordinal);
        _run = Run();
    }

    /// <summary>The samples of each group; to be read after the end.</summary>
    public IReadOnlyDictionary<string, List<Sample>> Samples => _samples;

    public async ValueTask DisposeAsync()
    {
        if (_end.IsCancellationRequested)
            return;
        await _end.CancelAsync();
        await _run;
        _end.Dispose();
    }

    private async Task Run()
    {
        var begun = Stopwatch.GetTimestamp();
        var last = Read();
        var lastAt = begun;
        using var timer = new PeriodicTimer(Every);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token))
            {
                var now = Read();
                var wall = Stopwatch.GetElapsedTime(lastAt).TotalSeconds;
                var second = Stopwatch.GetElapsedTime(begun).TotalSeconds;
                var ours = 0.0;
                for (var i = 0; i < _groups.Count; i++)
                {
                    // A process that ended takes its CPU time with it: never below zero.
                    var cores = Math.Max(0, (now.Groups[i].Cpu - last.Groups[i].Cpu) / wall);
                    ours += cores;
                    _samples[_groups[i].Name].Add(new Sample(second, cores, now.Groups[i].Bytes / 1048576.0));
                }

                var others = Math.Max(0, ((now.Machine - last.Machine) / wall) - ours);
                _samples[Others].Add(new Sample(second, others, 0));
                last = now;
                lastAt = Stopwatch.GetTimestamp();
            }
        }
        catch (OperationCanceledException)
        {
            // The load is over.
        }
    }

    private ((double Cpu, long Bytes)[] Groups, double Machine) Read()
    {
        var children = ProcessGroup.Children();
        return ([.. _groups.Select(group => group.Read(children))], MachineBusySeconds());
    }

    /// <summary>The first line of /proc/stat without idle and iowait, in seconds.</summary>
    private static double MachineBusySeconds()
    {
        var fields = File.ReadLines("/proc/stat").First()
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..]
            .Select(field => double.Parse(field, CultureInfo.InvariantCulture))
            .ToArray();
        return (fields[0] + fields[1] + fields[2] + fields[5] + fields[6] + fields[7]) / 100;
    }
}
