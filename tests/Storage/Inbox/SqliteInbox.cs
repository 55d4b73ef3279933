using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Inbox;

public sealed class SqliteInbox() : InboxSuite(new SqliteDatabase());
