using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Organisation;

public sealed class SqliteStaff() : StaffSuite(new SqliteDatabase());
