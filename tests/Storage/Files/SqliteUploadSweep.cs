using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Files;

public sealed class SqliteUploadSweep() : UploadSweepSuite(new SqliteDatabase());
