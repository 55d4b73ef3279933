using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Reading;

[Trait("Needs", "PostgreSql")]
public sealed class PostgreSqlLists(PostgreSqlServer server) : ListSuite(new PostgreSqlDatabase(server));
