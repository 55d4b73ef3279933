using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Inbox;

[Trait("Needs", "PostgreSql")]
public sealed class PostgreSqlInboxPlans(PostgreSqlServer server) : InboxPlanSuite(new PostgreSqlDatabase(server));
