using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Deliveries;

[Trait("Needs", "PostgreSql")]
public sealed class PostgreSqlBoard(PostgreSqlServer server) : BoardSuite(new PostgreSqlDatabase(server));
