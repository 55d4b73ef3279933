namespace PartyRealtime.Storage.Commits.Intake;

/// <summary>Something the one writer does in its turn.</summary>
internal abstract class QueuedWork;
