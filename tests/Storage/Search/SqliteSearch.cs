using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Search;

public sealed class SqliteSearch() : SearchSuite(new SqliteDatabase());
