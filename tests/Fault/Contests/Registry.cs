namespace PartyRealtime.FaultTests.Contests;

/// <summary>One body's people: clerks who share a desk, who leads it, and who works there.</summary>
internal sealed record Registry(IReadOnlyList<Colleague> Clerks, Colleague Leader, Colleague Specialist);
