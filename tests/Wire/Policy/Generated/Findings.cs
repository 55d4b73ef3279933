using System.Collections.Concurrent;

namespace PartyRealtime.WireTests.Policy.Generated;

/// <summary>What differs from the model, gathered over a whole run: one hole seldom comes alone.</summary>
internal sealed class Findings
{
    private const int ShownMax = 40;

    private readonly ConcurrentBag<string> _found = [];
    private readonly ConcurrentDictionary<(string Endpoint, Verdict Verdict), int> _asked = new();

    public int Asked => _asked.Values.Sum();

    public void Add(string finding) => _found.Add(finding);

    public void Count(string endpoint, Verdict verdict) => _asked.AddOrUpdate((endpoint, verdict), 1, (_, count) => count + 1);

    /// <summary>Whether the endpoint was asked with this expectation at all; one that never was is not tested.</summary>
    public bool Met(string endpoint, Verdict verdict) => _asked.ContainsKey((endpoint, verdict));

    public void AssertNone() => Assert.True(
        _found.IsEmpty,
        $"{_found.Count} of {Asked} answers differ from the model:\n{string.Join('\n', _found.Order(StringComparer.Ordinal).Take(ShownMax))}");
}
