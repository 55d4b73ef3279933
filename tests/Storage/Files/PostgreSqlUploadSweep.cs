using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Files;

[Trait("Needs", "PostgreSql")]
public sealed class PostgreSqlUploadSweep(PostgreSqlServer server) : UploadSweepSuite(new PostgreSqlDatabase(server));
