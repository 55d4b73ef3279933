namespace PartyRealtime.LoadTests.Scenarios;

/// <summary>
/// What people do and what must come of it. Knows neither the clock that calls it nor the report: an engine makes the
/// arrivals, keeps their schedule and gives the meter.
/// </summary>
public interface IScenario : IAsyncDisposable
{
    /// <summary>Arrivals a second when the command line names none.</summary>
    double ArrivalsPerSecond { get; }

    /// <summary>How long arrivals go on when the command line names no time.</summary>
    TimeSpan Duration { get; }

    /// <summary>Brings the people to their screens. Nothing of it is measured.</summary>
    Task Prepare(CancellationToken cancellation);

    /// <summary>One arrival, to its end: acknowledged and seen by those who shall see it.</summary>
    Task Arrive(Arrival arrival, CancellationToken cancellation);

    /// <summary>Arrivals a second of other people, who do something else meanwhile; 0 when there are none.</summary>
    double ArrivalsBesidePerSecond => 0;

    /// <summary>One arrival of those other people, to its end.</summary>
    Task ArriveBeside(Arrival arrival, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>After the last arrival: what every screen holds against what the server says, and the rules.</summary>
    Task<IReadOnlyList<Finding>> Judge(CancellationToken cancellation);
}
