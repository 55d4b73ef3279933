namespace PartyRealtime.Storage.Reading;

/// <summary>The two databases that the product runs on.</summary>
public enum StoreKind
{
    /// <summary>The embedded default: one file, one process.</summary>
    Sqlite = 1,

    /// <summary>The cluster's database.</summary>
    PostgreSql = 2,
}
