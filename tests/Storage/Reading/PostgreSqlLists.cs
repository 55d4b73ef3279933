using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Reading;

public sealed class PostgreSqlLists(PostgreSqlServer server) : ListSuite(new PostgreSqlDatabase(server));
