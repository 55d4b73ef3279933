using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Deliveries;

public sealed class SqliteBoard() : BoardSuite(new SqliteDatabase());
