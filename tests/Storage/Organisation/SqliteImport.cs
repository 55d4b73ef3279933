using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Organisation;

public sealed class SqliteImport() : ImportSuite(new SqliteDatabase());
