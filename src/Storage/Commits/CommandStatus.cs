using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Storage.Commits;

/// <summary>What is known of a command id.</summary>
public abstract record CommandStatus
{
    private CommandStatus()
    {
    }

    /// <summary>Applied; this is its answer.</summary>
    public sealed record Applied(Receipt Receipt) : CommandStatus;

    /// <summary>In flight on this node.</summary>
    public sealed record Running : CommandStatus;

    /// <summary>Written as abandoned: it was not applied and never will be.</summary>
    public sealed record Abandoned : CommandStatus;

    /// <summary>Nothing is stored under the id: it may still be in flight elsewhere, so this is no "not applied".</summary>
    public sealed record Unknown : CommandStatus;
}
