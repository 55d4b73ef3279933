using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Books;

public sealed class SqliteRegisterBook() : RegisterBookSuite(new SqliteDatabase());
