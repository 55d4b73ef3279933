using System.Data.Common;
using Dapper;

namespace PartyRealtime.Storage.Hosting;

/// <summary>What tells one PostgreSQL cluster's history from another's.</summary>
internal static class PostgreSqlOrigin
{
    /// <summary>
    /// The system identifier and the timeline: a restore to a point in time and a promoted standby start a new timeline,
    /// and transactions of the old one may be missing.
    /// </summary>
    public static string Of(DbConnection connection) => connection.QuerySingle<string>(
        """
        SELECT (SELECT system_identifier::text FROM pg_control_system())
          || ':' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)
        """);
}
