using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Drafting;

public sealed class SqliteDraftThreads() : DraftThreadSuite(new SqliteDatabase());
