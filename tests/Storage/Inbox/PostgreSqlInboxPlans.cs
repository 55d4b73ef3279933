using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Inbox;

public sealed class PostgreSqlInboxPlans(PostgreSqlServer server) : InboxPlanSuite(new PostgreSqlDatabase(server));
