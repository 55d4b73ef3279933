using PartyRealtime.Contracts.Commands;

namespace PartyRealtime.Storage.Commands;

/// <summary>Looks command ids up.</summary>
public interface ICommandReads
{
    /// <summary>
    /// What the id stands for, or null when it is free. A free id says nothing about a command in flight: only
    /// writing the id as abandoned makes "not applied" true.
    /// </summary>
    Task<StoredCommand?> Find(CommandKey key, CancellationToken cancellation = default);
}
