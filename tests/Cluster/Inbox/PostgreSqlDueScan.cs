using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.ClusterTests.Inbox;

[Trait("Needs", "PostgreSql")]
public sealed class PostgreSqlDueScan(PostgreSqlServer server) : DueScanSuite(new PostgreSqlDatabase(server));
