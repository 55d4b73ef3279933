using System.Net;

namespace PartyRealtime.LoadTests.Wire;

/// <summary>What the server answered.</summary>
/// <param name="Status">The status; null when no answer came.</param>
/// <param name="Value">The body of a success.</param>
/// <param name="Code">The code of a refusal; <c>noAnswer</c> when none came.</param>
/// <param name="RetryAfter">When the server says to come again.</param>
public sealed record Reply<T>(HttpStatusCode? Status, T? Value, string? Code, TimeSpan? RetryAfter)
    where T : class
{
    public bool IsOk => Value is not null;

    /// <summary>No answer, an unknown outcome, or a node that is busy or away: the same command may be sent again under its id.</summary>
    public bool MayBeSentAgain => Status is null or HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests;

    /// <summary>The value, or a failure of the run: for steps without which it has no meaning.</summary>
    public T Required(string what) =>
        Value ?? throw new InvalidOperationException($"{what}: {(int?)Status} {Code}");
}
