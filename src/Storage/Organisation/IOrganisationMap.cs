using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Organisation;

/// <summary>This node's copy of the organisation.</summary>
public interface IOrganisationMap
{
    /// <summary>The newest map of this node: at most 5 s behind the tables, on today's date.</summary>
    /// <exception cref="InvalidOperationException">Nothing was loaded yet: the node is still starting.</exception>
    OrganisationMap Current { get; }

    /// <summary>What the last look at the organisation's stream found; null before the first.</summary>
    OrganisationLook? Look { get; }

    /// <summary>
    /// Reads the head of the organisation's stream and, when it or the day has moved, the whole map anew. Callers at the
    /// same time share one load.
    /// </summary>
    Task Refresh(CancellationToken cancellation = default);
}
