using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Inbox;

public sealed class SqliteAddressees() : AddresseeSuite(new SqliteDatabase());
