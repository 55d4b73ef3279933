namespace PartyRealtime.Storage.Schema;

/// <summary>The database was migrated by a newer program; this one must not touch it.</summary>
public sealed class SchemaTooNewException(string script, string install, string running)
    : Exception($"The database has the schema of PartyRealtime {install} (script {script}), this is {running}. Install version {install} or newer.");
