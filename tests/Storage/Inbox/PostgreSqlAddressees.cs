using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Inbox;

[Trait("Needs", "PostgreSql")]
public sealed class PostgreSqlAddressees(PostgreSqlServer server) : AddresseeSuite(new PostgreSqlDatabase(server));
