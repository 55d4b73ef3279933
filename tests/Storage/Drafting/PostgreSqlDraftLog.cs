using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Drafting;

[Trait("Needs", "PostgreSql")]
public sealed class PostgreSqlDraftLog(PostgreSqlServer server) : DraftLogSuite(new PostgreSqlDatabase(server));
