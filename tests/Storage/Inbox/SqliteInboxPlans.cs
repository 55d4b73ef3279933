using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Inbox;

public sealed class SqliteInboxPlans() : InboxPlanSuite(new SqliteDatabase());
