namespace PartyRealtime.FaultTests.Contests;

/// <summary>One command of one person, under the id that it keeps however often it is sent.</summary>
internal sealed record Command(Colleague By, HttpMethod Method, string Path, object Body)
{
    public Command(Colleague by, string path, object? body = null)
        : this(by, HttpMethod.Post, path, body ?? new { })
    {
    }

    public Guid Id { get; } = Guid.NewGuid();

    public override string ToString() => $"{By.Name}: {Method} {Path} as {Id}";
}
