using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Inbox;

public sealed class PostgreSqlInbox(PostgreSqlServer server) : InboxSuite(new PostgreSqlDatabase(server));
