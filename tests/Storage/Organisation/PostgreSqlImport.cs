using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Organisation;

[Trait("Needs", "PostgreSql")]
public sealed class PostgreSqlImport(PostgreSqlServer server) : ImportSuite(new PostgreSqlDatabase(server));
