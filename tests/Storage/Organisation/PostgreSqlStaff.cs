using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Organisation;

[Trait("Needs", "PostgreSql")]
public sealed class PostgreSqlStaff(PostgreSqlServer server) : StaffSuite(new PostgreSqlDatabase(server));
