using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Drafting;

[Trait("Needs", "PostgreSql")]
public sealed class PostgreSqlDraftThreads(PostgreSqlServer server) : DraftThreadSuite(new PostgreSqlDatabase(server));
