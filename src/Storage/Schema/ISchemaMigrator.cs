namespace PartyRealtime.Storage.Schema;

/// <summary>Brings the schema to what this program knows, then establishes the epoch; alone among all nodes.</summary>
internal interface ISchemaMigrator
{
    /// <exception cref="SchemaTooNewException">The database is newer than the program; nothing was changed.</exception>
    void Migrate();
}
