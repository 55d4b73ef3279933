using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.ClusterTests.Inbox;

public sealed class SqliteDueScan() : DueScanSuite(new SqliteDatabase());
