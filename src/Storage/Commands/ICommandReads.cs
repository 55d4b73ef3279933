using PartyRealtime.Contracts.Commands;
using PartyRealtime.Storage.Commits;

namespace PartyRealtime.Storage.Commands;

/// <summary>Looks command ids up.</summary>
public interface ICommandReads
{
    /// <summary>
    /// What the id stands for, or null when it is free. A free id says nothing about a command in flight: only
    /// writing the id as abandoned makes "not applied" true.
    /// </summary>
    Task<StoredCommand?> Find(CommandKey key, CancellationToken cancellation = default);

    /// <summary>
    /// <see cref="CommandStatus.Running"/> when it is in flight on this node, else what the store holds;
    /// <see cref="CommandStatus.Unknown"/> when it holds nothing, which is no "not applied".
    /// </summary>
    Task<CommandStatus> Status(CommandKey key, CancellationToken cancellation = default);
}
