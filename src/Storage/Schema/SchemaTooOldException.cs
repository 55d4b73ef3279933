namespace PartyRealtime.Storage.Schema;

/// <summary>The servers on this database are of an older version: a command beside them must not change its schema.</summary>
public sealed class SchemaTooOldException(string script)
    : Exception($"The database lacks schema script {script}: its servers are older than this program. Use the command of their version, or upgrade them first.");
