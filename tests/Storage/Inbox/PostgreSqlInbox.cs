using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Inbox;

[Trait("Needs", "PostgreSql")]
public sealed class PostgreSqlInbox(PostgreSqlServer server) : InboxSuite(new PostgreSqlDatabase(server));
