using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Policy;

[Trait("Needs", "PostgreSql")]
public sealed class PostgreSqlDocumentScope(PostgreSqlServer server) : DocumentScopeSuite(new PostgreSqlDatabase(server));
