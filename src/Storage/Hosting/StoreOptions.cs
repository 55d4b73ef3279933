namespace PartyRealtime.Storage.Hosting;

/// <summary>Where the data is.</summary>
public sealed record StoreOptions
{
    /// <summary>The folder of this node: the SQLite file, uploaded files, the copy of the epoch. Made when missing.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>The PostgreSQL connection string; null for the embedded SQLite file.</summary>
    public string? PostgreSql { get; init; }

    /// <summary>The folder of uploaded files; null for <c>files</c> in the data directory. The nodes of a cluster share one.</summary>
    public string? FilesDirectory { get; init; }

    /// <summary>
    /// Who decides here, for others on the same PostgreSQL to see: the cluster's name, the same on all its nodes, or what
    /// tells a node that is alone from every other. Null for a program that passes by.
    /// </summary>
    public string? Decider { get; init; }

    /// <summary>
    /// A program that looks or writes beside the servers, and ends: an older schema is refused and not upgraded under them, and
    /// the folder's copy of the epoch says nothing, for the folder may have seen another store last.
    /// </summary>
    public bool PassesBy { get; init; }

    /// <summary>The most pages (4 KiB each) that the SQLite file may have; null for no bound but the disk's.</summary>
    public int? SqlitePagesMax { get; init; }
}
