namespace PartyRealtime.LoadTests.Scenarios;

/// <summary>Where a scenario says what it saw. Thread-safe.</summary>
public interface IMeter
{
    /// <summary>Something took this long, from when it was due and not from when it was begun.</summary>
    void Took(string what, TimeSpan time);

    /// <summary>Something happened, such as a refusal by its code.</summary>
    void Count(string what, long times = 1);
}
