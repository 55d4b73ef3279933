using System.Collections.Concurrent;
using System.Diagnostics;
using PartyRealtime.LoadTests.Wire;

namespace PartyRealtime.LoadTests.Scenarios;

/// <summary>The screens that must show one document, and when each first did.</summary>
public sealed class Audience(IReadOnlyCollection<Screen> expected)
{
    private readonly HashSet<Screen> _expected = [.. expected];
    private readonly ConcurrentDictionary<Screen, long> _shownAt = new();
    private readonly TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when all have shown it.</summary>
    public Task Complete => _complete.Task;

    /// <summary>How many have not shown it.</summary>
    public int Missing => _expected.Count - _shownAt.Count;

    /// <summary>Timestamps of the first showings.</summary>
    public IEnumerable<long> ShownAt => _shownAt.Values;

    public void Show(Screen screen)
    {
        if (_expected.Contains(screen) && _shownAt.TryAdd(screen, Stopwatch.GetTimestamp()) && Missing == 0)
            _complete.TrySetResult();
    }
}
