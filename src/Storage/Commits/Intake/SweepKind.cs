namespace PartyRealtime.Storage.Commits.Intake;

/// <summary>Rows that are forgotten when they are old enough.</summary>
internal enum SweepKind
{
    /// <summary>Command ids, by their use.</summary>
    Claims,

    /// <summary>What says that an item left a seat; the newest one swept stays as the seat's horizon.</summary>
    Tombstones,

    /// <summary>Sessions, by the moment they expired or would have.</summary>
    Sessions,

    /// <summary>Uploads, by their moment; the answer names the hashes.</summary>
    Uploads,

    /// <summary>Updates of drafts that a snapshot contains, by their moment.</summary>
    DraftUpdates,

    /// <summary>Snapshots of drafts that have a later one, by their moment.</summary>
    DraftSnapshots,
}
