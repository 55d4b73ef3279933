using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Drafting;

public sealed class SqliteDraftLog() : DraftLogSuite(new SqliteDatabase());
