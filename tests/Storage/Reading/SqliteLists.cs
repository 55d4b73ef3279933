using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Reading;

public sealed class SqliteLists() : ListSuite(new SqliteDatabase());
